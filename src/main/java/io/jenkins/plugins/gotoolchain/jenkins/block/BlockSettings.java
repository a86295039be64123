package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.EnvVars;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.environment.GoSettings;
import io.jenkins.plugins.gotoolchain.environment.InheritedSettings;
import io.jenkins.plugins.gotoolchain.environment.ModuleMistakes;
import io.jenkins.plugins.gotoolchain.environment.SettingOrigins;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.jenkins.node.OutcomeLine;
import java.io.PrintStream;

/** Says in the log which setting of a block came from where, and what of it people rarely mean. */
final class BlockSettings {

    private BlockSettings() {}

    /**
     * @param set what we set
     * @param outer what is there already and stays where we set nothing
     * @return what the block gets from us
     */
    static GoSettings said(SettingOrigins set, EnvVars outer, TaskListener log) throws ConfigurationException {
        InheritedSettings inherited = InheritedSettings.of("the environment around it", outer::get);
        SettingOrigins all = set.over(inherited.origins());
        PrintStream out = log.getLogger();
        String line = all.line();
        if (!line.isEmpty()) {
            out.println(OutcomeLine.PREFIX + "Settings: " + line);
        }
        for (String why : inherited.unusable(set.settings())) {
            out.println(OutcomeLine.PREFIX + "Note: " + why);
        }
        for (String mistake : ModuleMistakes.in(all.settings())) {
            out.println(OutcomeLine.PREFIX + "Note: " + mistake);
        }
        return set.settings();
    }
}
