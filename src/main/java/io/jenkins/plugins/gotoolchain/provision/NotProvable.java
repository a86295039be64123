package io.jenkins.plugins.gotoolchain.provision;

/** An offer that would never meet the policy, so nothing of it is downloaded. The message goes on from "has it, but". */
final class NotProvable extends Exception {

    private static final long serialVersionUID = 1L;

    NotProvable(String why) {
        super(why);
    }
}
