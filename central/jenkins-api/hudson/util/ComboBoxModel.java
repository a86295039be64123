package hudson.util;

public class ComboBoxModel extends java.util.ArrayList<String> {
    public ComboBoxModel(String... values) {
    }

    public ComboBoxModel() {
    }
}
