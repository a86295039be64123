package hudson.model;

public abstract class Descriptor<T extends hudson.model.Describable<T>> implements hudson.model.Saveable {
    protected Descriptor() {
    }

    public boolean configure(org.kohsuke.stapler.StaplerRequest2 req, net.sf.json.JSONObject json) throws hudson.model.Descriptor.FormException {
        throw new UnsupportedOperationException();
    }

    public jenkins.model.GlobalConfigurationCategory getCategory() {
        throw new UnsupportedOperationException();
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    public String getGlobalConfigPage() {
        throw new UnsupportedOperationException();
    }

    public String getId() {
        throw new UnsupportedOperationException();
    }

    public void load() {
        throw new UnsupportedOperationException();
    }

    public void save() {
        throw new UnsupportedOperationException();
    }

    public static final class FormException extends Exception implements org.kohsuke.stapler.HttpResponse {
        public FormException(Throwable cause, String formField) {
        }
    }
}
