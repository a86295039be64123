package io.jenkins.plugins.gotoolchain.buildcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import io.jenkins.plugins.gotoolchain.testing.Nginx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The real go command, with the command line as its cache. */
public class GoBuildCacheTest {

    private static final Path GO = Path.of("/usr/local/go/bin/go");

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final Map<Process, Path> logs = new HashMap<>();
    private Path module;
    private int builds;

    @Before
    public void module() throws IOException {
        assumeTrue("a go command is here", Files.isExecutable(GO));
        module = temporary.newFolder("module").toPath();
        Files.writeString(module.resolve("go.mod"), "module example.test/m\n\ngo 1.24\n");
        Files.writeString(module.resolve("m.go"), "package m\n\nimport \"errors\"\n\nvar E = errors.New(\"e\")\n");
        // The go command caches no index of files that are younger than two seconds.
        FileTime old = FileTime.from(Instant.now().minusSeconds(60));
        for (Path path : List.of(module.resolve("go.mod"), module.resolve("m.go"), module)) {
            Files.setLastModifiedTime(path, old);
        }
    }

    @Test
    public void aSecondBuildHits() throws Exception {
        assertThat(build("one")).contains(" 0 hits here").doesNotContain(" 0 puts");
        assertThat(build("one")).contains(" 0 misses, 0 puts").doesNotContain(" 0 hits here");
    }

    @Test
    public void damagedRecordsAndBodiesAreBuiltAgain() throws Exception {
        build("one");
        boolean odd = false;
        for (Path file : files(folder("one"))) {
            odd = !odd;
            Files.writeString(file, odd ? "" : "damaged");
        }
        assertThat(build("one")).contains(" 0 hits here");
        assertThat(build("one")).contains(" 0 misses, 0 puts");
    }

    @Test
    public void twoAtOnceLoseNothing() throws Exception {
        Process first = start("one");
        Process second = start("one");
        end(first);
        end(second);
        assertThat(build("one")).contains(" 0 misses, 0 puts");
    }

    @Test
    public void aBuildThatIsKilledLeavesNothingThatHarms() throws Exception {
        Process killed = start("one");
        while (killed.isAlive() && files(folder("one")).size() < 4) {
            Thread.onSpinWait();
        }
        List<ProcessHandle> all = new ArrayList<>(killed.descendants().toList());
        all.add(killed.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        killed.waitFor();
        build("one");
        assertThat(build("one")).contains(" 0 misses, 0 puts");
    }

    @Test
    public void anotherMachineHitsWhatAServerHas() throws Exception {
        Path site = temporary.newFolder("site").toPath();
        Path own = temporary.newFolder("nginx").toPath();
        try (Nginx nginx = new Nginx(own, site,
                "location / { dav_methods PUT; create_full_put_path on; client_max_body_size 0; }")) {
            String url = nginx.uri("/cache/").toString();
            assertThat(build("one", "--url", url)).doesNotContain("not sent");
            assertThat(build("two", "--url", url, "--read-only")).contains(" 0 hits here").contains(" 0 misses, 0 puts");
            for (Path file : files(site)) {
                if (file.toString().contains("/cas/") && Files.size(file) > 0) {
                    byte[] bytes = Files.readAllBytes(file);
                    bytes[bytes.length / 2] ^= 1;
                    Files.write(file, bytes);
                }
            }
            assertThat(build("three", "--url", url, "--read-only")).contains("left alone").doesNotContain(" 0 puts");
        }
    }

    @Test
    public void aReaderTakesWhatAnotherCacheOfGoHasAndWritesNothingThere() throws Exception {
        Path native_ = temporary.newFolder("native").toPath();
        Process plain = started(native_, "");
        end(plain);
        List<Path> before = files(native_);
        Path settings = Files.writeString(temporary.getRoot().toPath().resolve("settings of it"), CacheprogFile.text(
                new CacheSettings(folder("reader"), native_, null, null, null, null, true, 0)));
        String program = java() + " " + CacheprogMain.class.getName() + " '" + settings + "'";
        assertThat(end(started(temporary.newFolder("empty").toPath(), program))).contains("[go] build cache: ")
                .contains(" 0 misses, 0 puts").doesNotContain(" 0 hits here");
        assertThat(files(native_)).isEqualTo(before);
        CacheTally tally = CacheTally.read(settings.resolveSibling(CacheTally.FILE));
        assertThat(tally.hits()).isPositive();
        assertThat(tally).isEqualTo(new CacheTally(tally.hits(), 0, 0, 0, 0, 0, 0));
        for (Path file : before) {
            if (file.toString().endsWith("-d") && Files.size(file) > 0) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        Files.writeString(settings, CacheprogFile.text(new CacheSettings(folder("other"), native_, null, null, null, null, true, 0)));
        assertThat(end(started(temporary.newFolder("empty2").toPath(), program))).as("wrong bytes are a miss").doesNotContain(" 0 puts");
        assertThat(CacheTally.read(settings.resolveSibling(CacheTally.FILE)).misses()).isPositive();
    }

    @Test
    public void aHelperWithoutItsSettingsSaysSo() throws Exception {
        Process go = started(temporary.newFolder("empty").toPath(), java() + " " + CacheprogMain.class.getName() + " /not/there");
        assertThat(go.waitFor()).isNotZero();
        assertThat(Files.readString(logs.get(go))).contains("[go] the build cache does not work: /not/there");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private String build(String folder, String... more) throws Exception {
        return end(start(folder, more));
    }

    private Process start(String folder, String... more) throws IOException {
        return started(temporary.newFolder("gocache" + (builds + 1)).toPath(), java() + " io.jenkins.plugins.gotoolchain.cli.Main cacheprog --dir "
                + folder(folder) + " " + String.join(" ", more));
    }

    private Process started(Path cache, String program) throws IOException {
        ProcessBuilder go = new ProcessBuilder(GO.toString(), "build", "./...").directory(module.toFile());
        go.redirectErrorStream(true);
        go.redirectOutput(temporary.getRoot().toPath().resolve("log" + ++builds).toFile());
        go.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        go.environment().put("GOCACHE", cache.toString());
        go.environment().put("GOTOOLCHAIN", "local");
        go.environment().put("GOFLAGS", "-mod=mod");
        go.environment().put("CGO_ENABLED", "0");
        go.environment().put("GOCACHEPROG", program);
        Process started = go.start();
        logs.put(started, temporary.getRoot().toPath().resolve("log" + builds));
        return started;
    }

    private String end(Process go) throws Exception {
        int code = go.waitFor();
        String log = Files.readString(logs.get(go), StandardCharsets.UTF_8);
        assertThat(code).as(log).isZero();
        return log;
    }

    private Path folder(String name) {
        return temporary.getRoot().toPath().resolve(name);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (java.io.UncheckedIOException e) {
            return List.of();
        }
    }
}
