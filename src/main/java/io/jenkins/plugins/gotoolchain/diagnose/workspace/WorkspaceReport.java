package io.jenkins.plugins.gotoolchain.diagnose.workspace;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a workspace declares and fetches.
 *
 * @param notes what was left out and why, a line each
 */
public record WorkspaceReport(List<Declaration> declarations, List<String> notes) implements Serializable {

    private static final long serialVersionUID = 1L;

    public WorkspaceReport {
        declarations = new ArrayList<>(declarations);
        notes = new ArrayList<>(notes);
    }
}
