package hudson.model.listeners;

public abstract class SaveableListener {
    public SaveableListener() {
    }

    public void onChange(hudson.model.Saveable o, hudson.XmlFile file) {
        throw new UnsupportedOperationException();
    }
}
