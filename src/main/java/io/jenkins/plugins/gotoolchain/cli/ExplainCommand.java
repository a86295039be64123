package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.diagnose.TextTable;
import io.jenkins.plugins.gotoolchain.diagnose.log.Cause;
import io.jenkins.plugins.gotoolchain.diagnose.log.CauseText;
import io.jenkins.plugins.gotoolchain.diagnose.log.Explanation;
import io.jenkins.plugins.gotoolchain.diagnose.log.LogExplainer;
import io.jenkins.plugins.gotoolchain.diagnose.workspace.Declaration;
import io.jenkins.plugins.gotoolchain.diagnose.workspace.WorkspaceReport;
import io.jenkins.plugins.gotoolchain.diagnose.workspace.WorkspaceSearch;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Names what happened in a build, by its log. */
@Command(
        name = "explain",
        description = {
            "Reads a build's log of any size and names what happened, with the lines that show it and what to do, nearest to"
                    + " the root first. Ends with 0, whatever it finds.",
            "",
            "Examples:",
            "  go-toolchain explain build.log",
            "  go-toolchain explain build.log --workspace . --lang zh",
            "  kubectl logs pod | go-toolchain explain -",
            ""
        })
final class ExplainCommand implements Callable<Integer> {

    @ParentCommand
    GoToolchainCommand options;

    @Parameters(arity = "0..1", paramLabel = "LOG", description = "The log; - for standard input.")
    String log;

    @Option(names = "--workspace", paramLabel = "DIR",
            description = "Searched for all that declares or fetches a Go, and for what explains a Go that the log fetches.")
    Path workspace;

    @Option(names = "--lang", paramLabel = "LANG", description = "en or zh. Default: that of LANG in the environment.")
    String lang;

    @Override
    public Integer call() throws Exception {
        if (log == null && workspace == null) {
            throw new ConfigurationException("nothing is named that could be read", "name a log, or - for standard input, or a --workspace");
        }
        Explanation explanation = log == null ? new Explanation(List.of(), false, 0, 0) : read();
        WorkspaceReport report = workspace == null ? null : WorkspaceSearch.in(workspace, options.environment);
        CauseText text = new CauseText(Language.of(lang, options.environment));
        if (options.json) {
            print(explanation, report, text, new JsonPrinter());
        } else {
            print(explanation, text);
            if (report != null) {
                print(report, fetched(explanation));
            }
        }
        return ExitCode.DONE;
    }

    private Explanation read() throws IOException, InterruptedException {
        if (log.equals("-")) {
            return LogExplainer.read(System.in);
        }
        Path file = Path.of(log);
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationException("there is no file " + file, "name the build's log, or - for standard input");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return LogExplainer.read(in);
        }
    }

    /** Versions that go or a script fetched by itself, as the log says. */
    private static Set<String> fetched(Explanation explanation) {
        Set<String> versions = new TreeSet<>();
        for (Cause cause : explanation.causes()) {
            for (String name : new String[] {"version", "wanted"}) {
                if (cause.values().containsKey(name)) {
                    versions.add(cause.values().get(name));
                }
            }
        }
        return versions;
    }

    private void print(Explanation explanation, CauseText text) {
        if (log == null) {
            return;
        }
        if (explanation.causes().isEmpty()) {
            System.out.println("Nothing is known of what this log says (" + explanation.lines() + " lines).");
        }
        int number = 0;
        for (Cause cause : explanation.causes()) {
            System.out.println(++number + ". " + text.problem(cause) + " [" + cause.rule() + "]");
            for (Cause.Line line : cause.lines()) {
                System.out.println("   " + line.number() + ": " + line.text());
            }
            if (cause.count() > cause.lines().size()) {
                System.out.println("   … " + (cause.count() - cause.lines().size()) + " more such lines");
            }
            System.out.println("   to do: " + text.todo(cause));
        }
    }

    private void print(WorkspaceReport report, Set<String> fetched) {
        System.out.println();
        System.out.println(report.declarations().isEmpty()
                ? "Nothing in " + workspace + " declares or fetches a Go."
                : "What declares or fetches a Go in " + workspace + ":");
        if (!report.declarations().isEmpty()) {
            List<String[]> rows = new ArrayList<>();
            rows.add(new String[] {"component", "declares", "version", "how", "where"});
            report.declarations().forEach(one -> rows.add(row(one, fetched)));
            TextTable.lines(rows).forEach(System.out::println);
        }
        report.notes().forEach(note -> System.out.println("  " + note));
    }

    private static String[] row(Declaration one, Set<String> fetched) {
        return new String[] {
            one.component(),
            one.declares() ? "yes" : "no",
            one.version().isEmpty() ? "-" : one.version(),
            one.how().name().toLowerCase(Locale.ROOT),
            one.file() + (one.line() > 0 ? ":" + one.line() : "") + (one.explains(fetched) ? "  <- explains the log" : "")
        };
    }

    private void print(Explanation explanation, WorkspaceReport report, CauseText text, JsonPrinter printer)
            throws IOException {
        try (JsonPrinter json = printer) {
            json.field("bytes", explanation.bytes());
            json.field("lines", explanation.lines());
            json.array("causes");
            for (Cause cause : explanation.causes()) {
                json.object(null);
                json.field("rule", cause.rule());
                json.field("problem", text.problem(cause));
                json.field("todo", text.todo(cause));
                json.field("count", cause.count());
                json.object("values");
                for (Map.Entry<String, String> value : cause.values().entrySet()) {
                    json.field(value.getKey(), value.getValue());
                }
                json.end();
                json.array("lines");
                for (Cause.Line line : cause.lines()) {
                    json.object(null);
                    json.field("number", line.number());
                    json.field("text", line.text());
                    json.end();
                }
                json.endArray();
                json.end();
            }
            json.endArray();
            if (report != null) {
                print(report, fetched(explanation), json);
            }
        }
    }

    private static void print(WorkspaceReport report, Set<String> fetched, JsonPrinter json) throws IOException {
        json.array("declarations");
        for (Declaration one : report.declarations()) {
            json.object(null);
            json.field("component", one.component());
            json.field("declares", one.declares());
            json.field("version", one.version());
            json.field("how", one.how().name().toLowerCase(Locale.ROOT));
            json.field("file", one.file());
            json.field("line", one.line());
            json.field("explains", one.explains(fetched));
            json.end();
        }
        json.endArray();
        json.strings("notes", report.notes());
    }
}
