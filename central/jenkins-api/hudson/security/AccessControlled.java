package hudson.security;

public interface AccessControlled {
    default void checkPermission(hudson.security.Permission permission) throws org.springframework.security.access.AccessDeniedException {
        throw new UnsupportedOperationException();
    }

    default boolean hasAnyPermission(hudson.security.Permission... permission) {
        throw new UnsupportedOperationException();
    }

    default boolean hasPermission(hudson.security.Permission permission) {
        throw new UnsupportedOperationException();
    }
}
