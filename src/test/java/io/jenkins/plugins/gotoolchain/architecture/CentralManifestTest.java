package io.jenkins.plugins.gotoolchain.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import com.fasterxml.jackson.core.json.PackageVersion;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.Test;

/** The .hpi made from Maven Central alone says of itself what the one of the real build says. */
public class CentralManifestTest {

    /** What says where and from which commit the real build was made, where its files are, or nothing at all. */
    private static final Set<String> OF_ONE_BUILD = Set.of(
            "Implementation-Build", "Libraries", "Resource-Path", "Plugin-Developers", "Support-Dynamic-Loading",
            "Created-By", "Build-Jdk-Spec", "Java-Version");

    @Test
    public void theTwoPomsSayTheSameOfThePlugin() throws Exception {
        Pom real = Pom.read("pom.xml");
        Map<String, String> central = centralManifest();
        assertThat(central)
                .containsEntry("Group-Id", real.text("groupId"))
                .containsEntry("Artifact-Id", real.text("artifactId"))
                .containsEntry("Short-Name", real.text("artifactId"))
                .containsEntry("Long-Name", real.text("name"))
                .containsEntry("Url", real.text("url"))
                .containsEntry("Plugin-Version", real.text("version"))
                .containsEntry("Jenkins-Version", real.text("properties", "jenkins.version"))
                .containsEntry("Plugin-License-Name", real.text("licenses", "license", "name"))
                .containsEntry("Plugin-License-Url", real.text("licenses", "license", "url"))
                .containsEntry("Plugin-ScmUrl", real.text("scm", "url"))
                .containsEntry("Plugin-ScmConnection", real.text("scm", "connection"));
    }

    @Test
    public void theTwoPomsNameTheSamePluginsToDependOn() throws Exception {
        List<String> named = new ArrayList<>();
        for (String dependency : centralManifest().get("Plugin-Dependencies").split(",")) {
            named.add(dependency.substring(0, dependency.indexOf(':')));
        }
        assertThat(named).isEqualTo(Pom.read("pom.xml").pluginDependencies());
    }

    @Test
    public void whatBothPomsNameWithAVersionHasTheSameOne() throws Exception {
        Map<String, String> real = Pom.read("pom.xml").versions();
        Map<String, String> central = Pom.read("central/pom.xml").versions();
        central.keySet().retainAll(real.keySet());
        real.keySet().retainAll(central.keySet());
        assertThat(central).isEqualTo(real).containsKey("info.picocli:picocli");
    }

    /** In the real build these come with the API plugins, in the other one from the pom. */
    @Test
    public void theLibrariesAreThoseOfTheApiPlugins() throws Exception {
        Map<String, String> central = Pom.read("central/pom.xml").versions();
        assertThat(PackageVersion.VERSION.toString()).isEqualTo(central.get("com.fasterxml.jackson.core:jackson-core"));
        assertThat(TarArchiveInputStream.class.getPackage().getImplementationVersion())
                .isEqualTo(central.get("org.apache.commons:commons-compress"));
        assertThat(bundleVersion(PGPSignature.class)).isEqualTo(central.get("org.bouncycastle:bcpg-jdk18on"));
    }

    @Test
    public void everyAttributeIsThatOfTheRealBuild() throws Exception {
        Map<String, String> real = realManifest();
        assumeTrue("not run: only the real build makes the manifest to compare with", real != null);
        Map<String, String> central = centralManifest();
        // A snapshot's version is followed by who built it from which commit.
        real.computeIfPresent("Plugin-Version", (name, version) -> version.replaceFirst(" \\(.*", ""));
        real.keySet().removeAll(OF_ONE_BUILD);
        // The manifest for tests has no such attributes, the one in the .hpi has.
        central.keySet().removeIf(name -> name.startsWith("Implementation-"));
        assertThat(central).isEqualTo(real);
    }

    /** Of the jar that a class was loaded from, where its manifest has that and nothing else. */
    private static String bundleVersion(Class<?> type) throws Exception {
        File jar = new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (JarFile opened = new JarFile(jar)) {
            return opened.getManifest().getMainAttributes().getValue("Bundle-Version");
        }
    }

    private static Map<String, String> centralManifest() throws Exception {
        Pom pom = Pom.read("central/pom.xml");
        Map<String, String> attributes = new TreeMap<>();
        for (String line : SourceTree.text("central/plugin-manifest.txt").split("\\R")) {
            int colon = line.indexOf(": ");
            attributes.put(line.substring(0, colon), pom.expand(line.substring(colon + 2)));
        }
        return attributes;
    }

    private static Map<String, String> realManifest() throws IOException {
        try (InputStream in = CentralManifestTest.class.getResourceAsStream("/the.hpl")) {
            if (in == null) {
                return null;
            }
            Map<String, String> attributes = new TreeMap<>();
            for (Map.Entry<Object, Object> each : new Manifest(in).getMainAttributes().entrySet()) {
                attributes.put(((Attributes.Name) each.getKey()).toString(), (String) each.getValue());
            }
            return attributes;
        }
    }
}
