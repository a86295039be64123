package hudson.model;

public class Api extends hudson.model.AbstractModelObject {
    public Api(Object bean) {
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }
}
