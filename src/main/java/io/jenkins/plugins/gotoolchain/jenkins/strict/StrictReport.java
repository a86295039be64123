package io.jenkins.plugins.gotoolchain.jenkins.strict;

/** Where a watched log's finding goes. The log may be watched on an agent; then this is a proxy of the controller's. */
public interface StrictReport {

    /**
     * Only the first of a block counts.
     *
     * @param rule the rule's id
     * @param version the Go that the line names; null where it names none
     * @param hash of the line, to know it again among others in the log
     */
    void found(String rule, String version, int hash);
}
