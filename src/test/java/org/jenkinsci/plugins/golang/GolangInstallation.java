package org.jenkinsci.plugins.golang;

import hudson.tools.ToolDescriptor;
import hudson.tools.ToolInstallation;
import hudson.tools.ToolProperty;
import java.util.List;
import org.jenkinsci.Symbol;

/** Stands in for the dormant plugin's tool, as far as others can see it. A test registers it by hand. */
public final class GolangInstallation extends ToolInstallation {

    private static final long serialVersionUID = 1L;

    public GolangInstallation(String name, String home, List<? extends ToolProperty<?>> properties) {
        super(name, home, properties);
    }

    @Symbol("go")
    public static final class DescriptorImpl extends ToolDescriptor<GolangInstallation> {
        @Override
        public String getDisplayName() {
            return "Go";
        }
    }
}
