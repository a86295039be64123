package hudson;

public abstract class Plugin implements hudson.model.Saveable, org.kohsuke.stapler.StaplerProxy {
    private Plugin() {
    }
}
