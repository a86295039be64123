package io.jenkins.plugins.gotoolchain.cli;

import picocli.CommandLine.Command;

/** The verb of version managers for {@code releases --all}. */
@Command(name = "listall", description = {"Lists every version that the sources have for this platform: releases --all.", ""})
final class ListallCommand extends ReleasesCommand {

    ListallCommand() {
        all = true;
    }
}
