package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.model.Action;
import hudson.model.Run;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What is kept with a build, of which each build has one of a kind. */
public final class KeptAction {

    private static final Logger LOGGER = Logger.getLogger(KeptAction.class.getName());

    private KeptAction() {}

    /** The build's own, made where it has none. */
    public static <A extends Action> A of(Run<?, ?> run, Class<A> kind, Supplier<A> make) {
        synchronized (run) {
            A there = run.getAction(kind);
            if (there == null) {
                there = make.get();
                run.addAction(there);
            }
            return there;
        }
    }

    /** Where it cannot be saved, Jenkins' log says so and the build goes on. @param what of the build, for people */
    public static void save(Run<?, ?> run, String what) {
        try {
            run.save();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> what + " of " + run + " could not be saved");
        }
    }
}
