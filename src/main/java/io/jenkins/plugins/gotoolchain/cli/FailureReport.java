package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.diagnose.timeline.TimelineText;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.provision.FailedDownloads;
import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine;

/** Turns an error into words for a person and a code for a script. No stack trace, unless the error is ours. */
final class FailureReport implements IExecutionExceptionHandler {

    private final GoToolchainCommand options;

    FailureReport(GoToolchainCommand options) {
        this.options = options;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) throws Exception {
        if (failure instanceof ParameterException) {
            throw failure;
        }
        if (failure instanceof ToolchainException known) {
            int code = ExitCode.of(known);
            System.err.println("go-toolchain: " + known.getMessage());
            timelines(known);
            if (options.json) {
                print(known, code);
            }
            return code;
        }
        if (failure instanceof InterruptedException) {
            System.err.println("go-toolchain: interrupted; what was downloaded is kept and continued next time");
            return ExitCode.INTERRUPTED;
        }
        if (failure instanceof IOException) {
            System.err.println("go-toolchain: " + failure);
            return ExitCode.STORE;
        }
        System.err.println("go-toolchain: an error in go-toolchain itself, please report it:");
        failure.printStackTrace();
        return 1;
    }

    /** How the downloads went that failed. */
    private void timelines(ToolchainException failure) {
        TimelineText text = new TimelineText(Language.of(options.environment));
        for (Timeline timeline : FailedDownloads.of(failure)) {
            text.lines(timeline).forEach(ConsoleProgress::line);
        }
    }

    private static void print(ToolchainException failure, int code) throws IOException {
        try (JsonPrinter json = new JsonPrinter()) {
            json.object("error");
            json.field("kind", kind(failure));
            json.field("problem", failure.problem());
            json.strings("tried", failure.tried());
            json.field("advice", failure.advice());
            json.field("exitCode", code);
            if (failure instanceof DisagreementException disagreement) {
                print(disagreement, json);
            }
            json.end();
        }
    }

    private static void print(DisagreementException disagreement, JsonPrinter json) throws IOException {
        json.field("about", disagreement.about());
        json.array("statements");
        for (DisagreementException.Statement statement : disagreement.statements()) {
            json.object(null);
            json.field("value", statement.value());
            json.field("from", statement.from());
            json.end();
        }
        json.endArray();
    }

    /** {@code UnreachableException} is {@code unreachable}. */
    private static String kind(ToolchainException failure) {
        String name = failure.getClass().getSimpleName();
        return name.substring(0, name.length() - "Exception".length()).toLowerCase(Locale.ROOT);
    }
}
