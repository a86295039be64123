package hudson.tools;

public abstract class DownloadFromUrlInstaller extends hudson.tools.ToolInstaller {
    public final String id = null;

    private DownloadFromUrlInstaller() {
        super((String) null);
    }
}
