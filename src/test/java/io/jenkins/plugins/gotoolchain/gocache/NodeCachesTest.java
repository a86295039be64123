package io.jenkins.plugins.gotoolchain.gocache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.Assume.assumeTrue;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.store.UseLock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** With the real go command and a module of its own, from a module proxy in a folder. */
public class NodeCachesTest {

    private static final Path GO = Path.of("/usr/local/go/bin/go");
    private static final CacheLimits NONE = new CacheLimits(null, 0);

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path root;
    private Path home;
    private Path proxy;
    private Path program;

    @Before
    public void modules() throws IOException {
        assumeTrue("a go command is here", Files.isExecutable(GO));
        root = temporary.getRoot().toPath().resolve("caches");
        home = temporary.newFolder("go1.24.1.linux-amd64").toPath();
        proxy = temporary.newFolder("proxy").toPath();
        publish("v1.0.0");
        program = temporary.newFolder("program").toPath();
        Files.writeString(program.resolve("go.mod"), "module example.test/m\n\ngo 1.21\n\nrequire example.test/dep v1.0.0\n");
        Files.writeString(program.resolve("m.go"), "package m\n\nimport \"example.test/dep\"\n\nvar Name = dep.Name\n");
    }

    private void publish(String version) throws IOException {
        Path versions = Files.createDirectories(proxy.resolve("example.test/dep/@v"));
        String module = "module example.test/dep\n\ngo 1.21\n";
        Files.writeString(versions.resolve("list"), version + "\n");
        Files.writeString(versions.resolve(version + ".info"), "{\"Version\":\"" + version + "\"}");
        Files.writeString(versions.resolve(version + ".mod"), module);
        try (OutputStream file = Files.newOutputStream(versions.resolve(version + ".zip"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> entry : Map.of("go.mod", module, "dep.go", "package dep\n\nconst Name = \"dep\"\n").entrySet()) {
                zip.putNextEntry(new ZipEntry("example.test/dep@" + version + "/" + entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private NodeCaches later(Duration time) {
        return new NodeCaches(root, Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC));
    }

    private CacheWish wish(CacheSharing sharing, String job) {
        return new CacheWish(sharing, home.getFileName().toString(), home.toString(), job);
    }

    private String go(GivenCaches caches, String goproxy, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(GO.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder go = new ProcessBuilder(command).directory(program.toFile()).redirectErrorStream(true);
        go.environment().putAll(Map.of(
                "GOMODCACHE", caches.modules(), "GOCACHE", caches.results(), "GOPROXY", goproxy, "GONOSUMDB", "example.test",
                "GOFLAGS", "-mod=mod", "GOTOOLCHAIN", "local", "GOENV", "off"));
        Process process = go.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private void build(GivenCaches caches, String goproxy) throws Exception {
        go(caches, goproxy, "build", ".");
    }

    private String fromProxy() {
        return proxy.toUri() + ",off";
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(Path::toString).collect(Collectors.toSet());
        }
    }

    @Test
    public void whatOneBuildBringsTheNextOneHas() throws Exception {
        NodeCaches caches = new NodeCaches(root);
        GivenCaches first = caches.give(wish(CacheSharing.NODE, "a"));
        build(first, fromProxy());
        CacheNews news = caches.news(first);
        assertThat(news.modules()).isEqualTo(1);
        assertThat(news.moduleBytes()).isPositive();
        assertThat(news.results()).isPositive();
        assertThat(news.resultBytes()).isPositive();
        assertThat(news.resultMillis()).isBetween(1L, System.currentTimeMillis() - first.since());
        assertThat(news.moduleMillis()).isBetween(0L, System.currentTimeMillis() - first.since());
        Thread.sleep(5); // what is made in the same millisecond counts for both
        GivenCaches second = caches.give(wish(CacheSharing.NODE, "b"));
        build(second, "off");
        assertThat(caches.news(second)).isEqualTo(new CacheNews(0, 0, 0, 0, 0, 0));
    }

    @Test
    public void jobsDoNotShareAndVersionsDoNotMix() throws Exception {
        NodeCaches caches = new NodeCaches(root);
        GivenCaches one = caches.give(wish(CacheSharing.JOB, "a"));
        GivenCaches two = caches.give(wish(CacheSharing.JOB, "../b"));
        GivenCaches other = caches.give(new CacheWish(CacheSharing.NODE, "go1.23.0.linux-amd64", home.toString(), "a"));
        GivenCaches node = caches.give(wish(CacheSharing.NODE, "a"));
        assertThat(Set.of(one.results(), two.results(), other.results(), node.results())).hasSize(4);
        assertThat(Set.of(one.modules(), two.modules(), node.modules())).hasSize(3);
        assertThat(other.modules()).isEqualTo(node.modules());
        assertThat(caches.give(wish(CacheSharing.JOB, "a")).results()).isEqualTo(one.results());
    }

    @Test
    public void aReaderHasTheNodesModulesAndWritesNothingThatOthersUse() throws Exception {
        NodeCaches caches = new NodeCaches(root);
        GivenCaches node = caches.give(wish(CacheSharing.NODE, "a"));
        build(node, fromProxy());
        Set<String> before = files(Path.of(node.modules()));
        Set<String> results = files(Path.of(node.results()));
        GivenCaches reader = caches.give(wish(CacheSharing.READ_ONLY, "fork"));
        build(reader, Path.of(reader.seen()).toUri() + ",off");
        assertThat(files(Path.of(node.modules()))).isEqualTo(before);
        assertThat(files(Path.of(node.results()))).isEqualTo(results);
        assertThat(caches.news(reader).modules()).isEqualTo(1);
    }

    @Test
    public void aReaderThatAsksForTheLatestVersionGetsItFromTheProxy() throws Exception {
        NodeCaches caches = new NodeCaches(root);
        build(caches.give(wish(CacheSharing.NODE, "a")), fromProxy());
        publish("v1.1.0");
        GivenCaches reader = caches.give(wish(CacheSharing.READ_ONLY, "fork"));
        assertThat(go(reader, Path.of(reader.seen()).toUri() + "," + fromProxy(), "list", "-m", "example.test/dep@latest"))
                .contains("v1.1.0");
    }

    @Test
    public void aReaderOfAnEmptyNodeHasNothingToSee() throws Exception {
        assertThat(new NodeCaches(root).give(wish(CacheSharing.READ_ONLY, "fork")).seen()).isNull();
    }

    @Test
    public void whatWasNotUsedForLongGoesUnlessABuildMayUseIt() throws Exception {
        NodeCaches caches = new NodeCaches(root);
        GivenCaches node = caches.give(wish(CacheSharing.NODE, "a"));
        build(node, fromProxy());
        build(caches.give(wish(CacheSharing.JOB, "a")), fromProxy());
        CacheLimits month = new CacheLimits(Duration.ofDays(30), 0);
        assertThat(later(Duration.ofDays(29)).trim(month).any()).isFalse();
        try (UseLock used = caches.use()) {
            Trimmed busy = later(Duration.ofDays(31)).trim(month);
            assertThat(busy.any()).isFalse();
            assertThat(busy.busy()).isTrue();
        }
        Trimmed gone = later(Duration.ofDays(31)).trim(month);
        assertThat(gone.modules()).isEqualTo(1);
        assertThat(gone.folders()).as("the job's").isEqualTo(1);
        assertThat(gone.bytes()).isPositive();
        assertThat(root.resolve("mod/example.test/dep@v1.0.0")).doesNotExist();
        build(caches.give(wish(CacheSharing.NODE, "a")), fromProxy());
    }

    @Test
    public void whileAllTakeMoreTheOldestGoesButNothingOfTheLastHour() throws Exception {
        NodeCaches caches = new NodeCaches(root);
        GivenCaches node = caches.give(wish(CacheSharing.NODE, "a"));
        build(node, fromProxy());
        try (UseLock used = caches.use()) {
            assertThat(caches.trim(new CacheLimits(null, 1)).results()).as("all is of now").isZero();
        }
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
        int aged = 0;
        for (String file : files(Path.of(node.results()))) {
            if (file.endsWith("-d") && aged < 3) {
                Files.setLastModifiedTime(Path.of(file), old);
                aged++;
            }
        }
        try (UseLock used = caches.use()) {
            assertThat(caches.trim(new CacheLimits(null, 1)).results()).isEqualTo(3);
        }
        build(caches.give(wish(CacheSharing.NODE, "a")), "off");
        assertThat(caches.trim(NONE).any()).isFalse();
    }

    @Test
    public void theResultsOfAToolchainThatIsGoneGo() throws Exception {
        NodeCaches caches = new NodeCaches(root);
        GivenCaches node = caches.give(wish(CacheSharing.NODE, "a"));
        build(node, fromProxy());
        Files.delete(home);
        Trimmed gone = caches.trim(NONE);
        assertThat(gone.folders()).isEqualTo(1);
        assertThat(Path.of(node.results())).doesNotExist();
        assertThat(Path.of(node.modules())).exists();
    }

    @Test
    public void itIsLookedForAFewTimesADay() throws Exception {
        assertThat(new NodeCaches(root).trimWhenDue(NONE)).isPresent();
        assertThat(new NodeCaches(root).trimWhenDue(NONE)).isEqualTo(Optional.empty());
        assertThat(later(Duration.ofHours(7)).trimWhenDue(NONE)).isPresent();
    }

    @Test
    public void aFileInTheWayIsNamed() throws Exception {
        Files.writeString(root, "a file");
        assertThatThrownBy(() -> new NodeCaches(root).give(wish(CacheSharing.NODE, "a")))
                .isInstanceOf(StoreException.class).hasMessageContaining(root.toString()).hasMessageContaining("is a file");
        Files.delete(root);
        Files.createDirectories(root);
        Files.writeString(root.resolve("mod"), "a file");
        assertThatThrownBy(() -> new NodeCaches(root).give(wish(CacheSharing.NODE, "a")))
                .isInstanceOf(StoreException.class).hasMessageContaining("is a file");
    }

    @Test
    public void usersOfOneFolderAreApart() {
        Path shared = Path.of("/var/cache/go");
        assertThat(NodeCaches.of(shared, "jenkins")).isEqualTo(shared.resolve("jenkins"));
        assertThat(NodeCaches.of(shared, "../x").getParent()).isEqualTo(shared);
        assertThat(NodeCaches.of(shared, "..").normalize().getParent()).isEqualTo(shared);
    }
}
