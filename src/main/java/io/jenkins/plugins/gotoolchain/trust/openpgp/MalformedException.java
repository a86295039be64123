package io.jenkins.plugins.gotoolchain.trust.openpgp;

/** Something is not in the form that it should have, or not good for what it is wanted for. Never leaves this package. */
final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param what the end of a sentence that begins with the thing's name: {@code is a web page} */
    MalformedException(String what) {
        super(what);
    }
}
