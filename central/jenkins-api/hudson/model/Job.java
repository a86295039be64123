package hudson.model;

public abstract class Job<JobT extends hudson.model.Job<JobT, RunT>, RunT extends hudson.model.Run<JobT, RunT>> extends hudson.model.AbstractItem implements org.kohsuke.stapler.StaplerOverridable, jenkins.model.ModelObjectWithChildren {
    protected Job(hudson.model.ItemGroup parent, String name) {
        super((hudson.model.ItemGroup) null, (String) null);
    }

    public RunT getBuildByNumber(int n) {
        throw new UnsupportedOperationException();
    }

    public RunT getLastBuild() {
        throw new UnsupportedOperationException();
    }

    public java.io.File getBuildDir() {
        throw new UnsupportedOperationException();
    }
}
