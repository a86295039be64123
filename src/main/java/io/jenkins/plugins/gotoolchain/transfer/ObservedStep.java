package io.jenkins.plugins.gotoolchain.transfer;

/** What a request goes through, in this order; some of it twice where a proxy is in between. */
public enum ObservedStep { NAME, CONNECTION, TUNNEL, TLS, ANSWER, BYTES }
