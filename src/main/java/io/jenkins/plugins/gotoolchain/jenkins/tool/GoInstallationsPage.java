package io.jenkins.plugins.gotoolchain.jenkins.tool;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import java.util.List;
import jenkins.model.GlobalConfiguration;
import jenkins.model.GlobalConfigurationCategory;
import jenkins.tools.ToolConfigurationCategory;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * The configured installations on the page of tools, and as code ({@code tool: go: installations:}). The tool's own
 * descriptor cannot stand for them: what it lists includes every released version, which Declarative has to find there.
 */
@Extension(ordinal = 1) // before the dormant plugin "golang": of two "go", configuration as code takes the first
@Symbol({"go", "goTool"})
public final class GoInstallationsPage extends GlobalConfiguration {

    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.GoInstallation_displayName();
    }

    @NonNull
    @Override
    public GlobalConfigurationCategory getCategory() {
        return GlobalConfigurationCategory.get(ToolConfigurationCategory.class);
    }

    /** Of the tool. */
    public GoInstallation.DescriptorImpl getToolDescriptor() {
        return ExtensionList.lookupSingleton(GoInstallation.DescriptorImpl.class);
    }

    public List<GoInstallation> getInstallations() {
        return List.of(getToolDescriptor().getConfiguredInstallations());
    }

    @DataBoundSetter
    public void setInstallations(List<GoInstallation> installations) {
        getToolDescriptor().setInstallations(installations.toArray(new GoInstallation[0]));
    }

    /** A list that was emptied is not in the form at all. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject json) {
        setInstallations(request.bindJSONToList(GoInstallation.class, json.get("tool")));
        return true;
    }
}
