package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.provision.ProvisionSettings;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.source.Sources;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jenkins.model.Jenkins;

/** Asks a source from the controller what it has, as the Test button of its form does. */
final class SourceTrial {

    private static final List<Platform> PLATFORMS = List.of(
            new Platform("linux", "amd64"), new Platform("windows", "amd64"), new Platform("darwin", "arm64"));

    private SourceTrial() {}

    /** As it is configured in the form that was not saved yet. */
    @FunctionalInterface
    interface Entry {
        SourceSpec spec() throws ToolchainException;
    }

    /** Only for whoever may configure Jenkins: it makes Jenkins connect to where the form says. */
    static FormValidation ask(Entry entry) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        Path folder = null;
        try {
            SourceSpec spec = entry.spec();
            folder = Files.createTempDirectory("go-toolchain-trial");
            ProvisionSettings settings = NodeNetwork.of(EngineSettings.current(), System.getenv());
            List<String> notices = new ArrayList<>();
            Sources sources = Sources.open(
                    List.of(spec), settings.network().with(Profile.INTRANET), folder, notices::add);
            return answer(spec, sources);
        } catch (ToolchainException e) {
            return FormValidation.error(e.getMessage());
        } catch (IOException e) {
            return FormValidation.error(e, Messages.SourceTrial_failed());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FormValidation.error(Messages.SourceTrial_failed());
        } finally {
            delete(folder);
        }
    }

    private static FormValidation answer(SourceSpec spec, Sources sources) throws IOException, InterruptedException {
        TreeSet<GoVersion> all = new TreeSet<>();
        List<String> platforms = new ArrayList<>();
        for (Platform platform : PLATFORMS) {
            Set<GoVersion> versions = sources.versions(platform);
            all.addAll(versions);
            if (!versions.isEmpty()) {
                platforms.add(platform.toString());
            }
        }
        return all.isEmpty()
                ? FormValidation.warning(Messages.SourceTrial_noList(spec.label()))
                : FormValidation.ok(Messages.SourceTrial_answers(
                        spec.label(), all.size(), all.last().text(), String.join(", ", platforms)));
    }

    private static void delete(Path folder) {
        try {
            if (folder != null) {
                Util.deleteRecursive(folder.toFile());
            }
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
