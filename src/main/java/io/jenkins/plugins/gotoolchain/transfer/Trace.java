package io.jenkins.plugins.gotoolchain.transfer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import javax.net.ssl.SSLSession;

/** Told what an exchange goes through, by the thread that goes, in the order in which it happens. */
interface Trace {

    /** Of no interest to anybody. */
    Trace NONE = new Trace() {};

    /** A request is to be sent there. @param proxy null for none */
    default void hop(URI uri, HttpProxy proxy) {}

    /** @param atProxy whether it is the proxy that this step is about, and not the host behind it */
    default void begin(ObservedStep step, boolean atProxy) {}

    default void resolved(InetAddress[] addresses) {}

    /** @param problem null where the connection stands */
    default void tried(InetAddress address, IOException problem) {}

    default void tunnel(StatusLine status, Headers headers) {}

    default void secured(SSLSession session) {}

    default void answered(Reply reply) {}
}
