package hudson.model;

public interface Action extends hudson.model.ModelObject {
}
