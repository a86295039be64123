package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.AbortException;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.environment.GoSettings;
import io.jenkins.plugins.gotoolchain.environment.Setting;
import io.jenkins.plugins.gotoolchain.environment.StrictFlags;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.jenkins.node.AgentText;
import io.jenkins.plugins.gotoolchain.jenkins.node.OutcomeLine;
import io.jenkins.plugins.gotoolchain.jenkins.record.BuildRecord;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.gotoolchain.version.ModuleFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The module that a block builds: what is held against the block's Go, what is demanded of it, and what is written down. */
final class BlockModule {

    private static final List<String> DECIDING = List.of(
            "GOOS", "GOARCH", "CGO_ENABLED", "GOEXPERIMENT", "GOAMD64", "GOARM", "GOARM64", "GO386", "GOMIPS", "GOPPC64", "GOFLAGS");
    private static final GoVersion FIRST_WITH_DIFF = new GoVersion("1.23");
    private static final int MOST_LINES = 60;

    private final ModuleFacts facts;
    private final TaskListener log;

    private BlockModule(ModuleFacts facts, TaskListener log) {
        this.facts = facts;
        this.log = log;
    }

    static BlockModule of(BlockFolder place, TaskListener log) throws IOException, InterruptedException {
        return new BlockModule(place.workspace().act(new ReadModuleFacts(place.folder())), log);
    }

    /** For a block that demands nothing of it: one that cannot be read is for the go command to refuse. */
    static BlockModule ifReadable(BlockFolder place, TaskListener log) throws IOException, InterruptedException {
        try {
            return of(place, log);
        } catch (VersionException e) {
            return new BlockModule(null, log);
        }
    }

    /** Says where its lines name a newer Go than the block's. */
    void noteGo(GoVersion running) {
        if (isTooOld(running)) {
            log.getLogger().println(OutcomeLine.PREFIX + "Note: " + AgentText.line(facts.origin()) + ", and Go " + running + " runs");
        }
    }

    private boolean isTooOld(GoVersion running) {
        return facts != null && facts.least() != null && running.compareTo(facts.least()) < 0;
    }

    /** @throws AbortException where its lines name a newer Go, or sums are missing; with what would be written there */
    void demand(GoLaunch go) throws IOException, InterruptedException {
        if (isTooOld(go.go().version())) {
            throw new AbortException(AgentText.line(facts.origin()) + ", but Go " + go.go().version() + " is to build it.\n"
                    + "  to do: have goStrict take the version from go.mod, or name that one or a newer one");
        }
        if (facts != null && facts.requires() && !facts.vendored() && facts.sumSha256() == null) {
            showChanges(go);
            throw new AbortException(AgentText.line(facts.path()) + " names other modules, and there is no go.sum beside it that says"
                    + " which bytes they are.\n"
                    + "  to do: run go mod tidy where the module is developed, and commit go.sum");
        }
    }

    /** What go mod tidy would change, where this Go can say it; nothing is changed. */
    void showChanges(GoLaunch go) throws IOException, InterruptedException {
        if (go.go().version().compareTo(FIRST_WITH_DIFF) < 0) {
            return;
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        go.run(List.of("mod", "tidy", "-diff"), output);
        List<String> lines = output.toString(StandardCharsets.UTF_8).lines().toList();
        if (!lines.isEmpty()) {
            log.getLogger().println(OutcomeLine.PREFIX + "go mod tidy -diff says what would be changed:");
            lines.stream().limit(MOST_LINES).forEach(line -> log.getLogger().println("  " + line.replaceAll("\\p{Cntrl}", " ")));
            if (lines.size() > MOST_LINES) {
                log.getLogger().println("  … and " + (lines.size() - MOST_LINES) + " lines more");
            }
        }
    }

    /** These settings with the flags of a strict build. */
    GoSettings strict(GoSettings settings, GoLaunch around) throws IOException, InterruptedException {
        String flags = around.value(Setting.GOFLAGS, settings);
        return settings.with(Setting.GOFLAGS, StrictFlags.of(flags, around.go().version(), facts != null && facts.vendored()));
    }

    /** @throws AbortException where a module is not as it was downloaded */
    void verify(GoLaunch go) throws IOException, InterruptedException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int exit = go.run(List.of("mod", "verify"), output);
        String said = output.toString(StandardCharsets.UTF_8).strip().replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
        if (exit != 0) {
            throw new AbortException("go mod verify ended with " + exit + ": " + said + "\n"
                    + "  to do: delete what it names from GOMODCACHE (go clean -modcache deletes all of it), and see who writes there");
        }
        log.getLogger().println(OutcomeLine.PREFIX + "go mod verify: " + said);
    }

    private static String begin(String digest) {
        String word = AgentText.word(digest);
        return word.substring(0, Math.min(12, word.length()));
    }

    /** Says, and writes down, all that decides what the block's builds come to. Where Go does not say it, builds go on. */
    void record(Run<?, ?> run, Node node, GoLaunch inside) throws IOException, InterruptedException {
        String line;
        try {
            line = deciding(inside);
        } catch (AbortException | ConfigurationException e) {
            log.getLogger().println(OutcomeLine.PREFIX + "Note: what decides the result is not known: " + e.getMessage());
            return;
        }
        if (BuildRecord.decides(run, node, line)) {
            log.getLogger().println(OutcomeLine.PREFIX + "What decides the result: " + line);
        }
    }

    private String deciding(GoLaunch inside) throws IOException, InterruptedException {
        List<String> values = inside.values(DECIDING);
        List<String> parts = new ArrayList<>();
        parts.add("Go " + inside.go().version());
        for (int i = 0; i < DECIDING.size(); i++) {
            String value = AgentText.line(values.get(i));
            if (!value.isEmpty()) {
                parts.add(DECIDING.get(i) + "=" + (DECIDING.get(i).equals("GOFLAGS") ? StrictFlags.printable(value) : value));
            }
        }
        if (facts != null) {
            parts.add(AgentText.line(facts.path()) + " " + begin(facts.modSha256()));
            parts.add("go.sum " + (facts.sumSha256() == null ? "missing" : begin(facts.sumSha256())));
        }
        return String.join(", ", parts);
    }
}
