package jenkins.tasks;

public abstract class SimpleBuildWrapper extends hudson.tasks.BuildWrapper {
    public SimpleBuildWrapper() {
    }

    public hudson.console.ConsoleLogFilter createLoggerDecorator(hudson.model.Run<?, ?> build) {
        throw new UnsupportedOperationException();
    }

    public void setUp(jenkins.tasks.SimpleBuildWrapper.Context context, hudson.model.Run<?, ?> build, hudson.FilePath workspace, hudson.Launcher launcher, hudson.model.TaskListener listener, hudson.EnvVars initialEnvironment) throws java.io.IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    public static final class Context {
        private Context() {
        }

        public void env(String key, String value) {
            throw new UnsupportedOperationException();
        }

        public void setDisposer(jenkins.tasks.SimpleBuildWrapper.Disposer disposer) {
            throw new UnsupportedOperationException();
        }
    }

    public abstract static class Disposer implements java.io.Serializable {
        public Disposer() {
        }

        public void tearDown(hudson.model.Run<?, ?> build, hudson.FilePath workspace, hudson.Launcher launcher, hudson.model.TaskListener listener) throws java.io.IOException, InterruptedException {
            throw new UnsupportedOperationException();
        }
    }
}
