package hudson.util;

public class ListBoxModel extends java.util.ArrayList<hudson.util.ListBoxModel.Option> implements org.kohsuke.stapler.HttpResponse {
    public ListBoxModel(hudson.util.ListBoxModel.Option... data) {
    }

    public ListBoxModel() {
    }

    public void add(hudson.model.ModelObject usedForDisplayName, String value) {
        throw new UnsupportedOperationException();
    }

    public hudson.util.ListBoxModel add(String nameAndValue) {
        throw new UnsupportedOperationException();
    }

    public void add(String displayName, String value) {
        throw new UnsupportedOperationException();
    }

    public static final class Option {
        public Option(String name, String value) {
        }
    }
}
