package hudson.model;

public abstract class Computer extends hudson.model.Actionable implements hudson.security.AccessControlled, jenkins.model.IComputer, hudson.model.DescriptorByNameOwner, org.kohsuke.stapler.StaplerProxy {
    public static final hudson.security.Permission CONNECT = null;

    public static final hudson.security.Permission EXTENDED_READ = null;

    public static final java.util.concurrent.ExecutorService threadPoolForRemoting = null;

    private Computer() {
    }

    public hudson.EnvVars buildEnvironment(hudson.model.TaskListener listener) throws java.io.IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    public java.util.List<hudson.model.Executor> getAllExecutors() {
        throw new UnsupportedOperationException();
    }

    public abstract hudson.remoting.VirtualChannel getChannel();

    public String getName() {
        throw new UnsupportedOperationException();
    }

    public String getUrl() {
        throw new UnsupportedOperationException();
    }

    public hudson.model.Node getNode() {
        throw new UnsupportedOperationException();
    }
}
