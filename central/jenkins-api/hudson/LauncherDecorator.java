package hudson;

public abstract class LauncherDecorator {
    public LauncherDecorator() {
    }

    public abstract hudson.Launcher decorate(hudson.Launcher launcher, hudson.model.Node node);
}
