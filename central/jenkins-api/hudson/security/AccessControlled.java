package hudson.security;

public interface AccessControlled {
    default boolean hasPermission(hudson.security.Permission permission) {
        throw new UnsupportedOperationException();
    }
}
