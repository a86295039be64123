package hudson.util;

public class ComboBoxModel extends java.util.ArrayList<String> implements org.kohsuke.stapler.HttpResponse {
    public ComboBoxModel(String... values) {
    }

    public ComboBoxModel() {
    }
}
