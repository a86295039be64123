package hudson.model;

public abstract class Run<JobT extends hudson.model.Job<JobT, RunT>, RunT extends hudson.model.Run<JobT, RunT>> extends hudson.model.Actionable implements Comparable<RunT>, hudson.security.AccessControlled, hudson.model.PersistenceRoot, hudson.model.DescriptorByNameOwner, org.kohsuke.stapler.StaplerProxy, jenkins.model.HistoricalBuild {
    public String getFullDisplayName() {
        throw new UnsupportedOperationException();
    }

    protected Run(JobT job) throws java.io.IOException {
    }

    public void addAction(hudson.model.Action a) {
        throw new UnsupportedOperationException();
    }

    public static hudson.model.Run<?, ?> fromExternalizableId(String id) throws IllegalArgumentException, org.springframework.security.access.AccessDeniedException {
        throw new UnsupportedOperationException();
    }

    public hudson.EnvVars getEnvironment(hudson.model.TaskListener listener) throws java.io.IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    public hudson.model.Executor getExecutor() {
        throw new UnsupportedOperationException();
    }

    public String getExternalizableId() {
        throw new UnsupportedOperationException();
    }

    public hudson.console.AnnotatedLargeText getLogText() {
        throw new UnsupportedOperationException();
    }

    public java.io.InputStream getLogInputStream() throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public hudson.model.Result getResult() {
        throw new UnsupportedOperationException();
    }

    public int getNumber() {
        throw new UnsupportedOperationException();
    }

    public RunT getPreviousBuild() {
        throw new UnsupportedOperationException();
    }

    public JobT getParent() {
        throw new UnsupportedOperationException();
    }

    public final long getStartTimeInMillis() {
        throw new UnsupportedOperationException();
    }

    public String getUrl() {
        throw new UnsupportedOperationException();
    }

    public boolean isBuilding() {
        throw new UnsupportedOperationException();
    }

    public boolean isLogUpdated() {
        throw new UnsupportedOperationException();
    }

    public final jenkins.model.ArtifactManager pickArtifactManager() throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public void save() throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public void setResult(hudson.model.Result r) {
        throw new UnsupportedOperationException();
    }
}
