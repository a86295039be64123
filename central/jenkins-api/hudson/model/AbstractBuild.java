package hudson.model;

public abstract class AbstractBuild<P extends hudson.model.AbstractProject<P, R>, R extends hudson.model.AbstractBuild<P, R>> extends hudson.model.Run<P, R> implements hudson.model.Queue.Executable {
    private AbstractBuild() throws java.io.IOException {
        super(null);
    }
}
