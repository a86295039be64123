package io.jenkins.plugins.gotoolchain.transfer;

import java.io.Serializable;

/**
 * One address that a connection was tried to.
 *
 * @param address digits
 * @param millis until it stood, or failed
 * @param trouble null where it stood
 */
public record ObservedAddress(String address, long millis, ObservedTrouble.Kind trouble) implements Serializable {}
