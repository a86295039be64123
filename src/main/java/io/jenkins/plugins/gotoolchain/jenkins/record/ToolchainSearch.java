package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.Extension;
import hudson.Util;
import hudson.model.Api;
import hudson.model.RootAction;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.StaplerRequest2;

/** The page and the REST API that answer which builds used a toolchain: {@code go-toolchains/}. */
@Extension
public class ToolchainSearch implements RootAction {

    @Override
    public String getIconFileName() {
        return Jenkins.get().hasAnyPermission(Jenkins.SYSTEM_READ, Jenkins.MANAGE) ? "symbol-cube" : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.ToolchainSearch_displayName();
    }

    @Override
    public String getUrlName() {
        return "go-toolchains";
    }

    /** What a request asks for. */
    public ToolchainSearchResult getResult(StaplerRequest2 request) throws IOException {
        return ToolchainSearchResult.of(request);
    }

    /** The request's query, for what is older than a result. */
    public String getOlderQuery(StaplerRequest2 request, ToolchainSearchResult result) {
        StringBuilder query = new StringBuilder("before=").append(result.getOlder());
        for (String name : ToolchainSearchResult.PARAMETERS) {
            String value = Util.fixEmpty(request.getParameter(name));
            if (value != null) {
                query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return query.toString();
    }

    /** Of {@link #getResult}: {@code api/json} and {@code api/xml}, with the same parameters. */
    public Api getApi(StaplerRequest2 request) throws IOException {
        return new Api(getResult(request));
    }
}
