package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.source.Source;
import io.jenkins.plugins.gotoolchain.source.SourceKind;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.source.Sources;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks into a folder of archives, or a module proxy's tree of files. */
final class FolderProbe {

    private FolderProbe() {}

    static TargetCheck check(NetworkTarget target, NetworkRequest request) throws ConfigurationException, InterruptedException {
        Path folder = Path.of(target.base());
        List<NetworkFinding> findings = new ArrayList<>();
        GoVersion version = request.version();
        int versions = 0;
        if (!Files.exists(folder)) {
            findings.add(NetworkFinding.of(NetworkCause.FOLDER_MISSING, "path", folder));
        } else if (!Files.isDirectory(folder)) {
            findings.add(NetworkFinding.of(NetworkCause.FOLDER_IS_FILE, "path", folder));
        } else {
            try {
                Set<GoVersion> listed = new TreeSet<>(source(target, folder).versions(request.platform()));
                versions = listed.size();
                if (listed.isEmpty()) {
                    findings.add(NetworkFinding.of(NetworkCause.FOLDER_EMPTY, "path", folder, "platform", request.platform()));
                } else if (version != null && !listed.contains(version)) {
                    findings.add(NetworkFinding.of(NetworkCause.VERSION_MISSING, "version", version, "platform", request.platform(),
                            "where", folder));
                }
            } catch (ConfigurationException e) {
                throw e;
            } catch (IOException e) {
                findings.add(NetworkFinding.of(NetworkCause.FOLDER_UNREADABLE, "path", folder,
                        "why", e instanceof ToolchainException known ? known.problem() : e.toString()));
            }
        }
        PathStep step = new PathStep(PathStep.Name.INDEX, findings.isEmpty() ? PathStep.State.OK : PathStep.State.FAILED,
                versions + " versions for " + request.platform() + " in " + folder, -1);
        return new TargetCheck(target, version == null ? null : version.text(), null, null, null, List.of(step), findings);
    }

    private static Source source(NetworkTarget target, Path folder) throws ConfigurationException {
        SourceSpec spec = target.kind() == SourceKind.MODULE_PROXY
                ? SourceSpec.moduleProxy(target.base().toString()) : SourceSpec.folder(folder.toString(), false);
        // No network is used for a folder, and nothing kept: the cache's place is never made.
        return Sources.open(List.of(spec), Network.direct(Profile.INTRANET), folder.resolve(".no-cache"), notice -> {}).list().get(0);
    }
}
