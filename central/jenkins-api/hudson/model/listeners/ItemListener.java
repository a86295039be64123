package hudson.model.listeners;

public class ItemListener {
    public ItemListener() {
    }

    public void onLocationChanged(hudson.model.Item item, String oldFullName, String newFullName) {
        throw new UnsupportedOperationException();
    }
}
