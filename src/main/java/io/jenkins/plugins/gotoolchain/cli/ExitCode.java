package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;

/** The exit codes of the command line, a contract with scripts. */
final class ExitCode {

    static final int DONE = 0;
    /** Wrong usage or configuration. */
    static final int USAGE = 2;
    /** No such version, or not for this platform. */
    static final int VERSION = 3;
    /** No source could be reached. */
    static final int UNREACHABLE = 4;
    /** The bytes are not what they should be. */
    static final int VERIFICATION = 5;
    /** The disk or the store. */
    static final int STORE = 6;
    /** Interrupted, as a shell reports it for SIGINT. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    static int of(ToolchainException failure) {
        if (failure instanceof ConfigurationException) {
            return USAGE;
        }
        if (failure instanceof VersionException) {
            return VERSION;
        }
        if (failure instanceof UnreachableException) {
            return UNREACHABLE;
        }
        if (failure instanceof VerificationException) {
            return VERIFICATION;
        }
        if (failure instanceof StoreException) {
            return STORE;
        }
        throw new AssertionError("a new kind of failure needs an exit code", failure);
    }
}
