package hudson.model;

public abstract class Job<JobT extends hudson.model.Job<JobT, RunT>, RunT extends hudson.model.Run<JobT, RunT>> extends hudson.model.AbstractItem implements org.kohsuke.stapler.StaplerOverridable, jenkins.model.ModelObjectWithChildren {
    private Job() {
        super((hudson.model.ItemGroup) null, (String) null);
    }
}
