package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.Launcher;
import hudson.LauncherDecorator;
import hudson.Proc;
import hudson.model.Node;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Puts a folder on the path of what is launched, where a container does not take the path that Jenkins gives. */
final class PathInContainer extends LauncherDecorator implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final List<String> SHELL =
            List.of("/bin/sh", "-c", "PATH=\"$0${PATH:+:$PATH}\"; export PATH; exec \"$@\"");

    private final String folder;

    PathInContainer(String folder) {
        this.folder = folder;
    }

    @Override
    public Launcher decorate(Launcher launcher, Node node) {
        return new Launcher.DecoratedLauncher(launcher) {
            @Override
            public Proc launch(ProcStarter starter) throws IOException {
                List<String> command = new ArrayList<>(SHELL);
                command.add(folder);
                int added = command.size();
                command.addAll(starter.cmds());
                boolean[] masks = starter.masks();
                starter.cmds(command);
                if (masks != null) {
                    boolean[] shifted = new boolean[command.size()];
                    System.arraycopy(masks, 0, shifted, added, masks.length);
                    starter.masks(shifted);
                }
                return super.launch(starter);
            }
        };
    }
}
