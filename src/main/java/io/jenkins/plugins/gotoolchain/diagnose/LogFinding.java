package io.jenkins.plugins.gotoolchain.diagnose;

/**
 * A line that tells of a Go that is not the one provided.
 *
 * @param rule what it tells
 * @param line the line, without colours and time stamps
 * @param version the Go that it names; null where it names none
 * @param offset of the line's first byte in the log
 */
public record LogFinding(LogRule rule, String line, String version, long offset) {}
