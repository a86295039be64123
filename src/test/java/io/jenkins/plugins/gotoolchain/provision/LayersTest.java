package io.jenkins.plugins.gotoolchain.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.store.Lease;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.trust.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Folders of toolchains that somebody else keeps. */
public class LayersTest {

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    @Rule
    public ToolchainFixture go = new ToolchainFixture("1.24.1", "1.24.2");

    private Path root;
    private Path baked;
    private Path inBaked;

    @Before
    public void bake() throws Exception {
        root = temporary.getRoot().toPath().toRealPath().resolve("store");
        baked = root.resolveSibling("baked");
        inBaked = baked.resolve("go1.24.1.linux-amd64");
        new Road(baked).from(SourceSpec.site(go.site(), true)).provide("1.24.1");
    }

    private Road road(Path... layers) throws Exception {
        return new Road(root).from(SourceSpec.site(go.site(), true)).over(layers);
    }

    /** Every file with its time and size. */
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) walk::iterator) {
                all.put(path.toString(), Files.getLastModifiedTime(path) + " " + Files.size(path));
            }
        }
        return all;
    }

    @Test
    public void whatALayerHasIsUsedWhereItIsAndNothingIsAskedOrWritten() throws Exception {
        int asked = go.server().requests().size();
        Map<String, String> before = files(baked);
        Road road = road(root.resolveSibling("not here"), Path.of("relative"), baked);
        Provisioned provisioned = road.provide("1.24.1");
        assertThat(provisioned.toolchain().home()).isEqualTo(inBaked);
        assertThat(provisioned.installedNow()).isFalse();
        assertThat(go.server().requests()).hasSize(asked);
        try (Lease lease = road.open().store().lease(provisioned.toolchain())) {
            assertThat(files(baked)).isEqualTo(before);
        }
        assertThat(root.resolve("go1.24.1.linux-amd64")).doesNotExist();
    }

    @Test
    public void whatNoLayerHasIsInstalledAndTheStoreComesFirst() throws Exception {
        assertThat(road(baked).provide("1.24.2").toolchain().home()).startsWith(root);
        assertThat(road().provide("1.24.1").toolchain().home()).startsWith(root);
        assertThat(road(baked).provide("1.24.1").toolchain().home()).startsWith(root);
    }

    @Test
    public void aLayerThatWasChangedIsNamedPassedOverAndLeftAsItIs() throws Exception {
        Path go = inBaked.resolve("bin/go");
        Files.writeString(go, "more", StandardOpenOption.APPEND);
        Map<String, String> before = files(baked);
        Road road = road(baked);
        assertThat(road.provide("1.24.1").toolchain().home()).startsWith(root);
        assertThat(road.said).anyMatch(line -> line.startsWith("The toolchain in " + inBaked + " is not used: "));
        assertThat(files(baked)).isEqualTo(before);
    }

    @Test
    public void theNextLayerIsLookedIntoWhereOneIsNoGood() throws Exception {
        Path second = root.resolveSibling("second");
        new Road(second).from(SourceSpec.site(go.site(), true)).provide("1.24.1");
        Files.delete(inBaked.resolve(".receipt.json"));
        assertThat(road(baked, second).provide("1.24.1").toolchain().home()).startsWith(second);
    }

    @Test
    public void aLayerUnderAnotherVersionsNameIsNotUsed() throws Exception {
        Files.move(inBaked, baked.resolve("go1.24.2.linux-amd64"));
        Road road = road(baked);
        assertThat(road.provide("1.24.2").toolchain().home()).startsWith(root);
        assertThat(road.said).anyMatch(line -> line.contains("is not used: "));
    }

    @Test
    public void aLayerIsHeldToWhatIsWantedToday() throws Exception {
        Road strict = new Road(root).from(SourceSpec.moduleProxy(go.proxy())).gosumdb(go.gosumdb())
                .requiring(Requirement.SUMDB).over(baked);
        assertThat(strict.provide("1.24.1").toolchain().home()).as("that of the layer has no such evidence").startsWith(root);
        assertThat(strict.said).anyMatch(line -> line.contains("is not used: ") && line.contains("sumdb"));
        Path other = root.resolveSibling("other");
        assertThat(new Road(other).from(SourceSpec.site(go.site(), true)).over(baked).pin(go.sha256("1.24.1"))
                .provide("1.24.1").toolchain().home()).startsWith(baked);
    }

    @Test
    public void aFileIsNoLayer() throws Exception {
        Path file = Files.writeString(root.resolveSibling("file"), "");
        assertThat(road(file).provide("1.24.1").toolchain().home()).startsWith(root);
    }
}
