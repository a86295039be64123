package io.jenkins.plugins.gotoolchain.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The scripts of {@code examples/service}, run as its Jenkinsfile runs them. Those that fetch a tool need the network that
 * the go command's own {@code GOPROXY} leads to; where it is missing they say so and do not run.
 */
public class ServiceScriptsTest {

    private static final Path GO = Path.of("/usr/local/go/bin");

    @ClassRule
    public static final TemporaryFolder CACHE = new TemporaryFolder();

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path service;

    /** @param code -1 where it did not end in time */
    private record Said(int code, String text) {}

    @Before
    public void copy() throws Exception {
        assumeTrue("not run: there is no go command", Files.isExecutable(GO.resolve("go")));
        service = temporary.getRoot().toPath().resolve("service");
        Path sources = sources();
        try (Stream<Path> all = Files.walk(sources)) {
            for (Path path : all.toList()) {
                Files.copy(path, service.resolve(sources.relativize(path).toString()));
            }
        }
    }

    private static Path sources() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("examples/service"))) {
            here = here.getParent();
        }
        return here.resolve("examples/service");
    }

    private Said run(Map<String, String> variables, Path folder, String... command) throws Exception {
        ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        process.environment().putAll(Map.of(
                "GOTOOLCHAIN", "local",
                "GOFLAGS", "-mod=readonly -trimpath",
                "GOCACHE", CACHE.getRoot().toPath().resolve("build").toString(),
                "BENCH_COUNT", "6",
                "GIT_AUTHOR_NAME", "ci", "GIT_AUTHOR_EMAIL", "ci@example.com",
                "GIT_COMMITTER_NAME", "ci", "GIT_COMMITTER_EMAIL", "ci@example.com",
                "PATH", GO + ":" + System.getenv("PATH")));
        process.environment().putAll(variables);
        Process started = process.start();
        String text = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(started.waitFor(), text);
    }

    private Said script(String name, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "ci/" + name));
        command.addAll(Arrays.asList(arguments));
        return run(Map.of(), service, command.toArray(new String[0]));
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(service.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(service.resolve(file), text.replace(from, to));
    }

    private void needsNetwork() throws Exception {
        Said download = run(Map.of("GOFLAGS", ""), temporary.getRoot().toPath(), "go", "mod", "download", "golang.org/x/vuln@v1.1.4");
        assumeTrue("not run: GOPROXY cannot be reached", download.code() == 0);
    }

    /** The standard library once more for the race detector, or a large tool, is compiled for minutes. */
    private static void needsTime() {
        assumeTrue("not run: takes minutes, GO_TOOLCHAIN_SLOW_TESTS=true has it run", "true".equals(System.getenv("GO_TOOLCHAIN_SLOW_TESTS")));
    }

    private void needsCompiler() throws Exception {
        assumeTrue("not run: the race detector needs gcc", run(Map.of(), service, "sh", "-c", "command -v gcc").code() == 0);
    }

    @Test
    public void whatIsNotFormattedOrNotSoundFails() throws Exception {
        assertThat(script("vet.sh")).isEqualTo(new Said(0, ""));
        change("main.go", "\treturn listen", "\t  return listen");
        assertThat(script("vet.sh")).satisfies(said -> {
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.text()).contains("not as gofmt writes them: main.go").contains("-\t  return listen");
        });
        change("main.go", "\t  return listen", "\tlog.Printf(\"%d\", address)\n\treturn listen");
        assertThat(script("vet.sh").text()).contains("wrong type string");
    }

    @Test
    public void testsLeaveAReportAndCoverageWhateverTheyComeTo() throws Exception {
        needsTime();
        needsNetwork();
        needsCompiler();
        assertThat(script("coverage.sh").text()).contains("there is no coverage.out");
        assertThat(script("test.sh")).extracting(Said::code).isEqualTo(0);
        assertThat(Files.readString(service.resolve("report.xml"))).contains("<testsuites tests=\"4\"").contains("name=\"TestGreets\"");
        assertThat(script("coverage.sh")).satisfies(said -> {
            assertThat(said.code()).as(said.text()).isZero();
            assertThat(said.text()).contains("at least 85 % are wanted");
        });
        assertThat(script("coverage.sh", "99").code()).isEqualTo(1);
        change("routes.go", "\"Hello, \"", "\"Good day, \"");
        assertThat(script("test.sh").code()).isNotZero();
        assertThat(Files.readString(service.resolve("report.xml"))).contains("failures=\"1\"");
        change("routes.go", "package main", "package main\n\nnot go");
        assertThat(script("test.sh").code()).as("it does not compile").isNotZero();
        assertThat(service.resolve("report.xml")).exists();
    }

    @Test
    public void aRaceFails() throws Exception {
        needsTime();
        needsNetwork();
        needsCompiler();
        change("routes_test.go", "func TestGreets(t *testing.T) {", "func TestGreets(t *testing.T) {\n\tn := 0\n\tdone := make(chan bool)\n"
                + "\tgo func() { n++; close(done) }()\n\tn++\n\t<-done");
        assertThat(script("test.sh").code()).isNotZero();
        assertThat(Files.readString(service.resolve("test.json"))).contains("WARNING: DATA RACE");
    }

    @Test
    public void aBenchmarkThatBecameWorseEndsWithThree() throws Exception {
        needsNetwork();
        assertThat(script("bench.sh", "not/there").text()).contains("nothing to compare with");
        Files.move(service.resolve("bench.txt"), service.resolve("before.txt"));
        change("routes.go", "\ttext.WriteString(name)", "\ttext.WriteString(strings.Repeat(name, 500)[:len(name)])");
        assertThat(script("bench.sh", "before.txt", "30")).satisfies(said -> {
            assertThat(said.code()).as(said.text()).isEqualTo(3);
            assertThat(said.text()).contains("bench.sh: worse: Greeting").contains("B/op +");
        });
        change("routes_test.go", "func BenchmarkGreeting", "func notABenchmark");
        assertThat(script("bench.sh").code()).isEqualTo(2);
    }

    /** Against a small database of its own, in the layout of vuln.go.dev. */
    @Test
    public void aKnownVulnerabilityThatIsCalledFails() throws Exception {
        needsTime();
        needsNetwork();
        Path database = temporary.newFolder("vulndb").toPath();
        Files.createDirectories(database.resolve("index"));
        Files.createDirectories(database.resolve("ID"));
        Files.writeString(database.resolve("index/db.json"), "{\"modified\":\"2026-01-01T00:00:00Z\"}");
        Files.writeString(database.resolve("index/modules.json"), "[]");
        Map<String, String> asked = Map.of("GOVULNDB", database.toUri().toString());
        assertThat(run(asked, service, "sh", "ci/vulnerabilities.sh")).satisfies(said -> assertThat(said.code()).as(said.text()).isZero());
        Files.writeString(database.resolve("index/modules.json"),
                "[{\"path\":\"stdlib\",\"vulns\":[{\"id\":\"GO-2026-0001\",\"modified\":\"2026-01-01T00:00:00Z\"}]}]");
        Files.writeString(database.resolve("ID/GO-2026-0001.json"), "{\"schema_version\":\"1.3.1\",\"id\":\"GO-2026-0001\","
                + "\"modified\":\"2026-01-01T00:00:00Z\",\"published\":\"2026-01-01T00:00:00Z\",\"details\":\"made up\","
                + "\"affected\":[{\"package\":{\"name\":\"stdlib\",\"ecosystem\":\"Go\"},\"ranges\":[{\"type\":\"SEMVER\",\"events\":"
                + "[{\"introduced\":\"0\"}]}],\"ecosystem_specific\":{\"imports\":[{\"path\":\"net/http\",\"symbols\":[\"Error\"]}]}}]}");
        assertThat(run(asked, service, "sh", "ci/vulnerabilities.sh")).satisfies(said -> {
            assertThat(said.code()).isNotZero();
            assertThat(said.text()).contains("GO-2026-0001");
        });
    }

    @Test
    public void aTagIsPromotedOnceAndTwoAtOnceBothComeThrough() throws Exception {
        Path repository = temporary.newFolder("environments.git").toPath();
        Path seed = temporary.newFolder("seed").toPath();
        Files.writeString(Files.createDirectories(seed.resolve("deploy")).resolve("kustomization.yaml"), """
                images:
                - name: registry.example.com/other
                  newTag: "1"
                - name: registry.example.com/service
                  newTag: "1"
                """);
        assertThat(run(Map.of(), temporary.getRoot().toPath(), "sh", "-ec", "git init -q --bare -b main environments.git; cd seed;"
                + " git init -q -b main; git add -A; git commit -q -m first; git push -q ../environments.git main").code()).isZero();
        String address = repository.toUri().toString();
        assertThat(script("promote.sh", address, "registry.example.com/service", "abc123").text())
                .contains("promote.sh: registry.example.com/service:abc123");
        assertThat(script("promote.sh", address, "registry.example.com/service", "abc123").text()).contains("is there already");
        assertThat(script("promote.sh", address, "registry.example.com/none", "abc123").code()).isEqualTo(2);
        assertThat(script("promote.sh", address, "registry.example.com/service", "a;b").code()).isEqualTo(2);
        assertThat(script("promote.sh", repository + ".gone", "registry.example.com/service", "abc").code()).isNotZero();
        Said both = run(Map.of(), service, "sh", "-c", "sh ci/promote.sh " + address + " registry.example.com/service two & "
                + "sh ci/promote.sh " + address + " registry.example.com/other three & wait %1 && wait %2");
        assertThat(both.code()).as(both.text()).isZero();
        assertThat(run(Map.of(), repository, "git", "show", "main:deploy/kustomization.yaml").text()).isEqualTo("""
                images:
                - name: registry.example.com/other
                  newTag: "three"
                - name: registry.example.com/service
                  newTag: "two"
                """);
        assertThat(run(Map.of(), repository, "git", "log", "--format=%s", "main").text())
                .contains("Run registry.example.com/service:abc123\nfirst\n");
    }
}
