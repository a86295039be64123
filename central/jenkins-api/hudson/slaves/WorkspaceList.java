package hudson.slaves;

public final class WorkspaceList {
    private WorkspaceList() {
    }

    public static hudson.FilePath tempDir(hudson.FilePath ws) {
        throw new UnsupportedOperationException();
    }
}
