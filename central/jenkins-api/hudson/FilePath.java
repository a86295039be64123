package hudson;

public final class FilePath {
    public FilePath(hudson.remoting.VirtualChannel channel, String remote) {
    }

    public FilePath(java.io.File localPath) {
    }

    public <T> T act(hudson.FilePath.FileCallable<T> callable) throws java.io.IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    public hudson.FilePath child(String relOrAbsolute) {
        throw new UnsupportedOperationException();
    }

    public void deleteRecursive() throws java.io.IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    public hudson.remoting.VirtualChannel getChannel() {
        throw new UnsupportedOperationException();
    }

    public String getRemote() {
        throw new UnsupportedOperationException();
    }

    public hudson.FilePath[] list(String includes) throws java.io.IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    public void mkdirs() throws java.io.IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    public hudson.model.Computer toComputer() {
        throw new UnsupportedOperationException();
    }

    public void write(String content, String encoding) throws java.io.IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    public static interface FileCallable<T> extends java.io.Serializable {
        T invoke(java.io.File f, hudson.remoting.VirtualChannel channel) throws java.io.IOException, InterruptedException;
    }
}
