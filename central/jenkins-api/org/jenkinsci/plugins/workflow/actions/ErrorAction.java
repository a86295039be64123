package org.jenkinsci.plugins.workflow.actions;

public class ErrorAction implements org.jenkinsci.plugins.workflow.actions.PersistentAction {
    private ErrorAction() {
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    public String getIconFileName() {
        throw new UnsupportedOperationException();
    }

    public String getUrlName() {
        throw new UnsupportedOperationException();
    }
}
