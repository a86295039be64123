package io.jenkins.plugins.gotoolchain.jenkins.record;

import io.jenkins.plugins.gotoolchain.jenkins.node.AgentText;
import io.jenkins.plugins.gotoolchain.store.ReceiptEvidence;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One reason to believe that a toolchain is what Go's makers published, as a build's record keeps it. */
@ExportedBean(defaultVisibility = 3)
public final class ToolchainEvidence {

    private static final int MOST = 10;

    private final String kind;
    private final String how;

    private ToolchainEvidence(String kind, String how) {
        this.kind = kind;
        this.how = how;
    }

    /** What a receipt has; an agent that makes up more than {@value #MOST} pieces is not given room for them. */
    static List<ToolchainEvidence> of(List<ReceiptEvidence> receipt) {
        List<ToolchainEvidence> evidence = new ArrayList<>();
        for (ReceiptEvidence one : receipt) {
            if (evidence.size() < MOST) {
                evidence.add(new ToolchainEvidence(AgentText.word(one.kind()), AgentText.line(one.how())));
            }
        }
        return evidence;
    }

    /** {@code sha256}, {@code signature}, {@code sumdb}. */
    @Exported
    public String getKind() {
        return kind;
    }

    /** What was checked against what, in one line. */
    @Exported
    public String getHow() {
        return how;
    }
}
