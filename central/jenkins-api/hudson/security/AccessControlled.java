package hudson.security;

public interface AccessControlled {
    default boolean hasAnyPermission(hudson.security.Permission... permission) {
        throw new UnsupportedOperationException();
    }

    default boolean hasPermission(hudson.security.Permission permission) {
        throw new UnsupportedOperationException();
    }
}
