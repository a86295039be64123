package io.jenkins.plugins.gotoolchain.diagnose.network;

/** Takes a cause that was found, with what its text names: name, value, name, value. */
interface Found {
    void add(NetworkCause cause, Object... values);
}
