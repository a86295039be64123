package io.jenkins.plugins.gotoolchain.jenkins.configuration;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.gotoolchain.environment.GoSettings;
import io.jenkins.plugins.gotoolchain.environment.Setting;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What builds with Go get besides the toolchain: for all, for a folder, for a node, or for one block. */
public final class GoEnvironmentSettings extends AbstractDescribableImpl<GoEnvironmentSettings> implements Serializable {

    private static final long serialVersionUID = 1L;

    private String goproxy;
    private String gonoproxy;
    private String goprivate;
    private String gosumdb;
    private String gonosumdb;
    private String goinsecure;
    private String govcs;
    private String goflags;

    @DataBoundConstructor
    public GoEnvironmentSettings() {}

    public String getGoproxy() {
        return goproxy;
    }

    @DataBoundSetter
    public void setGoproxy(String goproxy) {
        this.goproxy = Util.fixEmptyAndTrim(goproxy);
    }

    public String getGonoproxy() {
        return gonoproxy;
    }

    @DataBoundSetter
    public void setGonoproxy(String gonoproxy) {
        this.gonoproxy = Util.fixEmptyAndTrim(gonoproxy);
    }

    public String getGoprivate() {
        return goprivate;
    }

    @DataBoundSetter
    public void setGoprivate(String goprivate) {
        this.goprivate = Util.fixEmptyAndTrim(goprivate);
    }

    public String getGosumdb() {
        return gosumdb;
    }

    @DataBoundSetter
    public void setGosumdb(String gosumdb) {
        this.gosumdb = Util.fixEmptyAndTrim(gosumdb);
    }

    public String getGonosumdb() {
        return gonosumdb;
    }

    @DataBoundSetter
    public void setGonosumdb(String gonosumdb) {
        this.gonosumdb = Util.fixEmptyAndTrim(gonosumdb);
    }

    public String getGoinsecure() {
        return goinsecure;
    }

    @DataBoundSetter
    public void setGoinsecure(String goinsecure) {
        this.goinsecure = Util.fixEmptyAndTrim(goinsecure);
    }

    public String getGovcs() {
        return govcs;
    }

    @DataBoundSetter
    public void setGovcs(String govcs) {
        this.govcs = Util.fixEmptyAndTrim(govcs);
    }

    public String getGoflags() {
        return goflags;
    }

    @DataBoundSetter
    public void setGoflags(String goflags) {
        this.goflags = Util.fixEmptyAndTrim(goflags);
    }

    boolean saysNothing() {
        return values().values().stream().allMatch(Objects::isNull);
    }

    /** @throws ConfigurationException where a value is one that Go would refuse or misread */
    public GoSettings settings() throws ConfigurationException {
        GoSettings settings = GoSettings.none();
        for (Map.Entry<Setting, String> each : values().entrySet()) {
            settings = settings.with(each.getKey(), each.getValue());
        }
        return settings;
    }

    /** All that can be said here; null for what is not. */
    private Map<Setting, String> values() {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        values.put(Setting.GOPROXY, goproxy);
        values.put(Setting.GONOPROXY, gonoproxy);
        values.put(Setting.GOPRIVATE, goprivate);
        values.put(Setting.GOSUMDB, gosumdb);
        values.put(Setting.GONOSUMDB, gonosumdb);
        values.put(Setting.GOINSECURE, goinsecure);
        values.put(Setting.GOVCS, govcs);
        values.put(Setting.GOFLAGS, goflags);
        return values;
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<GoEnvironmentSettings> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.GoEnvironmentSettings_displayName();
        }

        @POST
        public FormValidation doCheckGoproxy(@QueryParameter String value) {
            return ModuleChecks.one(Setting.GOPROXY, value);
        }

        @POST
        public FormValidation doCheckGonoproxy(@QueryParameter String value) {
            return ModuleChecks.one(Setting.GONOPROXY, value);
        }

        @POST
        public FormValidation doCheckGoprivate(
                @QueryParameter String value,
                @QueryParameter String goproxy,
                @QueryParameter String gonoproxy,
                @QueryParameter String gosumdb,
                @QueryParameter String gonosumdb) {
            return ModuleChecks.beside(Setting.GOPRIVATE, value, Map.of(Setting.GOPROXY, goproxy, Setting.GONOPROXY, gonoproxy,
                    Setting.GOSUMDB, gosumdb, Setting.GONOSUMDB, gonosumdb));
        }

        @POST
        public FormValidation doCheckGosumdb(@QueryParameter String value) {
            return ModuleChecks.one(Setting.GOSUMDB, value);
        }

        @POST
        public FormValidation doCheckGonosumdb(
                @QueryParameter String value,
                @QueryParameter String goproxy,
                @QueryParameter String gonoproxy,
                @QueryParameter String goprivate,
                @QueryParameter String gosumdb) {
            return ModuleChecks.beside(Setting.GONOSUMDB, value, Map.of(Setting.GOPROXY, goproxy, Setting.GONOPROXY, gonoproxy,
                    Setting.GOPRIVATE, goprivate, Setting.GOSUMDB, gosumdb));
        }

        @POST
        public FormValidation doCheckGoinsecure(
                @QueryParameter String value,
                @QueryParameter String goprivate,
                @QueryParameter String gosumdb,
                @QueryParameter String gonosumdb) {
            return ModuleChecks.beside(Setting.GOINSECURE, value,
                    Map.of(Setting.GOPRIVATE, goprivate, Setting.GOSUMDB, gosumdb, Setting.GONOSUMDB, gonosumdb));
        }

        @POST
        public FormValidation doCheckGovcs(@QueryParameter String value) {
            return ModuleChecks.one(Setting.GOVCS, value);
        }

        @POST
        public FormValidation doCheckGoflags(@QueryParameter String value) {
            return ModuleChecks.one(Setting.GOFLAGS, value);
        }
    }
}
