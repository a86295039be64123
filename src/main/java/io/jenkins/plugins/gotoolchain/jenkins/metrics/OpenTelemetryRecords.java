package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import hudson.Extension;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.jenkins.node.AgentText;
import io.jenkins.plugins.gotoolchain.jenkins.node.ProvisionOutcome;
import io.jenkins.plugins.gotoolchain.jenkins.provisioning.ProvisioningListener;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import io.jenkins.plugins.opentelemetry.api.ReconfigurableOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The same counts for OpenTelemetry, and a span for each installation and each failure. Where the build has a trace
 * ({@code TRACEPARENT} in its environment, as the plugin opentelemetry puts it there), they are a part of it.
 */
@Extension(optional = true)
public final class OpenTelemetryRecords extends ProvisioningListener {

    private static final String NAME = "io.jenkins.plugins.go-toolchain";
    private static final String SPAN = "go-toolchain install";
    private static final AttributeKey<String> VERSION = AttributeKey.stringKey("go_toolchain.version");
    private static final AttributeKey<String> SOURCE = AttributeKey.stringKey("go_toolchain.source");
    private static final AttributeKey<String> CAUSE = AttributeKey.stringKey("go_toolchain.cause");
    private static final AttributeKey<String> NODE = AttributeKey.stringKey("go_toolchain.node");

    private final Tracer tracer;
    private final LongCounter installs;
    private final LongCounter hits;
    private final LongCounter bytes;
    private final LongCounter resumes;
    private final LongCounter retries;
    private final LongCounter failures;
    private final DoubleHistogram installed;
    private final DoubleHistogram failed;

    /** Where the plugin is not there this cannot be loaded, and Jenkins leaves it out. */
    public OpenTelemetryRecords() {
        OpenTelemetry telemetry = ReconfigurableOpenTelemetry.get();
        Meter meter = telemetry.getMeter(NAME);
        tracer = telemetry.getTracer(NAME);
        installs = counter(meter, "installs", "{toolchain}", "Toolchains that were installed on nodes.");
        hits = counter(meter, "hits", "{toolchain}", "Toolchains that were there when a build asked.");
        bytes = counter(meter, "downloaded", "By", "Bytes of archives that nodes fetched or got from the controller.");
        resumes = counter(meter, "resumes", "{download}", "Downloads that went on from bytes that were there.");
        retries = counter(meter, "retries", "{request}", "Requests that failed and were made again.");
        failures = counter(meter, "failures", "{toolchain}", "Toolchains that could not be provided, by who must act.");
        installed = histogram(meter, "install.duration", "How long installations took on nodes.");
        failed = histogram(meter, "failure.duration", "How long it took until there was no toolchain.");
    }

    private static LongCounter counter(Meter meter, String name, String unit, String help) {
        return meter.counterBuilder("go_toolchain." + name).setUnit(unit).setDescription(help).build();
    }

    private static DoubleHistogram histogram(Meter meter, String name, String help) {
        return meter.histogramBuilder("go_toolchain." + name).setUnit("s").setDescription(help)
                .setExplicitBucketBoundariesAdvice(Durations.bounds()).build();
    }

    @Override
    public void onProvided(Node node, Run<?, ?> run, ProvisionOutcome outcome) {
        String version = AgentText.word(outcome.receipt().version().text());
        if (!outcome.installedNow()) {
            hits.add(1, Attributes.of(VERSION, version));
            return;
        }
        Attributes labels = Attributes.of(VERSION, version, SOURCE, AgentText.word(outcome.receipt().source()));
        installs.add(1, labels);
        bytes.add(Math.max(0, outcome.fetched()), labels);
        resumes.add(Math.max(0, outcome.resumes()), labels);
        retries.add(Math.max(0, outcome.retries()), labels);
        installed.record(Math.max(0, outcome.millis()) / 1000.0);
        span(node, run, outcome.millis())
                .setAllAttributes(labels)
                .setAttribute("go_toolchain.downloaded_bytes", outcome.fetched())
                .setAttribute("go_toolchain.resumes", outcome.resumes())
                .setAttribute("go_toolchain.retries", outcome.retries())
                .startSpan()
                .end();
    }

    @Override
    public void onFailed(Node node, Run<?, ?> run, GoVersion asked, ToolchainException failure, long millis) {
        Attributes labels = asked == null
                ? Attributes.of(CAUSE, FailureCause.of(failure))
                : Attributes.of(CAUSE, FailureCause.of(failure), VERSION, AgentText.word(asked.text()));
        failures.add(1, labels);
        failed.record(millis / 1000.0);
        span(node, run, millis)
                .setAllAttributes(labels)
                .startSpan()
                .setStatus(StatusCode.ERROR, failure.problem())
                .end();
    }

    /** One that began so long ago. */
    private SpanBuilder span(Node node, Run<?, ?> run, long millis) {
        return tracer.spanBuilder(SPAN)
                .setParent(parent(run))
                .setStartTimestamp(System.currentTimeMillis() - Math.max(0, millis), TimeUnit.MILLISECONDS)
                .setAttribute(NODE, node.getDisplayName());
    }

    private static Context parent(Run<?, ?> run) {
        if (run == null) {
            return Context.current();
        }
        try {
            return W3CTraceContextPropagator.getInstance().extract(
                    Context.current(), run.getEnvironment(TaskListener.NULL), new Variables());
        } catch (IOException e) {
            return Context.current();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Context.current();
        }
    }

    /** {@code traceparent} is {@code TRACEPARENT} there. */
    private static final class Variables implements TextMapGetter<Map<String, String>> {
        @Override
        public Iterable<String> keys(Map<String, String> variables) {
            return List.copyOf(variables.keySet());
        }

        @Override
        public String get(Map<String, String> variables, String key) {
            return variables == null ? null : variables.get(key.toUpperCase(Locale.ROOT));
        }
    }
}
