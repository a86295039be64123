package hudson.model;

public abstract class AbstractProject<P extends hudson.model.AbstractProject<P, R>, R extends hudson.model.AbstractBuild<P, R>> extends hudson.model.Job<P, R> implements hudson.model.BuildableItem, jenkins.model.ParameterizedJobMixIn.ParameterizedJob<P, R> {
    private AbstractProject() {
        super((hudson.model.ItemGroup) null, (String) null);
    }
}
