package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;

/** A source of Go archives as an administrator configures it. */
public abstract class GoSource extends AbstractDescribableImpl<GoSource> {

    /**
     * The same for the engine, with the secrets of its credentials.
     *
     * @throws ConfigurationException where it cannot be used as it is configured
     */
    abstract SourceSpec spec() throws ConfigurationException;

    /** A kind of source. */
    public abstract static class GoSourceDescriptor extends Descriptor<GoSource> {}
}
