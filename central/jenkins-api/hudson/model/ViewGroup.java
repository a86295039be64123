package hudson.model;

public interface ViewGroup extends hudson.model.ModelObject, hudson.security.AccessControlled {
}
