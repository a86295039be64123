package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.model.Run;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A build that was found by a toolchain that it used. */
@ExportedBean(defaultVisibility = 3)
public final class FoundUse {

    private final Run<?, ?> run;
    private final ToolchainUse toolchain;

    FoundUse(Run<?, ?> run, ToolchainUse toolchain) {
        this.run = run;
        this.toolchain = toolchain;
    }

    public Run<?, ?> getRun() {
        return run;
    }

    /** The job's full name. */
    @Exported
    public String getJob() {
        return run.getParent().getFullName();
    }

    @Exported
    public int getBuild() {
        return run.getNumber();
    }

    /** Under Jenkins' own address. */
    @Exported
    public String getUrl() {
        return run.getUrl();
    }

    @Exported
    public ToolchainUse getToolchain() {
        return toolchain;
    }
}
