package io.jenkins.plugins.gotoolchain.trust.sumdb;

/** Something is not in the form that it should have. It never leaves this package. */
final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedException(String what) {
        super(what);
    }
}
