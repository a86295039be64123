package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.source.SourceSpec;
import io.jenkins.plugins.gotoolchain.trust.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.DataBoundSetter;

/** A source of Go archives as an administrator configures it. */
public abstract class GoSource extends AbstractDescribableImpl<GoSource> {

    private List<String> require;

    /** The kinds of evidence that what comes from it must have, beside what is required of all sources. */
    public List<String> getRequire() {
        return require == null ? List.of() : require;
    }

    @DataBoundSetter
    public void setRequire(List<String> require) {
        this.require = require == null || require.isEmpty() ? null : new ArrayList<>(require);
    }

    /** For the form. */
    public boolean isRequired(String kind) {
        return getRequire().contains(kind);
    }

    /**
     * The same for the engine, with what is required of it.
     *
     * @throws ConfigurationException where it cannot be used as it is configured
     */
    SourceSpec whole() throws ConfigurationException {
        Requirement.parseAll(getRequire());
        return spec().requiring(getRequire());
    }

    /**
     * The same for the engine, with the secrets of its credentials.
     *
     * @throws ConfigurationException where it cannot be used as it is configured
     */
    abstract SourceSpec spec() throws ConfigurationException;

    /** A kind of source. */
    public abstract static class GoSourceDescriptor extends Descriptor<GoSource> {}
}
