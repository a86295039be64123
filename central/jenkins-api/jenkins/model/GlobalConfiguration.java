package jenkins.model;

public abstract class GlobalConfiguration extends hudson.model.Descriptor<jenkins.model.GlobalConfiguration> implements hudson.model.Describable<jenkins.model.GlobalConfiguration> {
    protected GlobalConfiguration() {
    }

    public boolean configure(org.kohsuke.stapler.StaplerRequest2 req, net.sf.json.JSONObject json) throws hudson.model.Descriptor.FormException {
        throw new UnsupportedOperationException();
    }
}
