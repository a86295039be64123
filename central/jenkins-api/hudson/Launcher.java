package hudson;

public abstract class Launcher {
    protected Launcher(hudson.Launcher launcher) {
    }

    public boolean isUnix() {
        throw new UnsupportedOperationException();
    }

    public final hudson.Launcher.ProcStarter launch() {
        throw new UnsupportedOperationException();
    }

    public abstract hudson.Proc launch(hudson.Launcher.ProcStarter starter) throws java.io.IOException;

    public final class ProcStarter {
        private ProcStarter() {
        }

        public java.util.List<String> cmds() {
            throw new UnsupportedOperationException();
        }

        public hudson.Launcher.ProcStarter cmds(java.util.List<String> args) {
            throw new UnsupportedOperationException();
        }

        public hudson.Launcher.ProcStarter envs(java.util.Map<String, String> overrides) {
            throw new UnsupportedOperationException();
        }

        public boolean[] masks() {
            throw new UnsupportedOperationException();
        }

        public hudson.Launcher.ProcStarter masks(boolean... masks) {
            throw new UnsupportedOperationException();
        }

        public hudson.Launcher.ProcStarter pwd(hudson.FilePath workDir) {
            throw new UnsupportedOperationException();
        }

        public hudson.Launcher.ProcStarter quiet(boolean quiet) {
            throw new UnsupportedOperationException();
        }

        public hudson.Proc start() throws java.io.IOException {
            throw new UnsupportedOperationException();
        }

        public hudson.Launcher.ProcStarter stderr(java.io.OutputStream err) {
            throw new UnsupportedOperationException();
        }

        public hudson.Launcher.ProcStarter stdout(java.io.OutputStream out) {
            throw new UnsupportedOperationException();
        }
    }

    public static class DecoratedLauncher extends hudson.Launcher {
        public DecoratedLauncher(hudson.Launcher inner) {
            super((hudson.Launcher) null);
        }

        public hudson.Proc launch(hudson.Launcher.ProcStarter starter) throws java.io.IOException {
            throw new UnsupportedOperationException();
        }
    }

    public static class LocalLauncher extends hudson.Launcher {
        public LocalLauncher(hudson.model.TaskListener listener) {
            super((hudson.Launcher) null);
        }

        public hudson.Proc launch(hudson.Launcher.ProcStarter ps) throws java.io.IOException {
            throw new UnsupportedOperationException();
        }
    }
}
