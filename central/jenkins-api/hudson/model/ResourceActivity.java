package hudson.model;

public interface ResourceActivity extends hudson.model.ModelObject {
}
