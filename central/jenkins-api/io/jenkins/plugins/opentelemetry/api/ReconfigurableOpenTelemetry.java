package io.jenkins.plugins.opentelemetry.api;

public class ReconfigurableOpenTelemetry implements io.opentelemetry.api.OpenTelemetry {
    public ReconfigurableOpenTelemetry() {
    }

    public static io.jenkins.plugins.opentelemetry.api.ReconfigurableOpenTelemetry get() {
        throw new UnsupportedOperationException();
    }

    @Override
    public io.opentelemetry.context.propagation.ContextPropagators getPropagators() {
        throw new UnsupportedOperationException();
    }

    @Override
    public io.opentelemetry.api.trace.TracerProvider getTracerProvider() {
        throw new UnsupportedOperationException();
    }
}
