package hudson.model;

public abstract class ManagementLink implements hudson.model.Action {
    public ManagementLink() {
    }

    public hudson.model.ManagementLink.Category getCategory() {
        throw new UnsupportedOperationException();
    }

    public String getDescription() {
        throw new UnsupportedOperationException();
    }

    public hudson.security.Permission getRequiredPermission() {
        throw new UnsupportedOperationException();
    }

    public enum Category {
        STATUS,
        TROUBLESHOOTING
    }
}
