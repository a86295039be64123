package io.jenkins.plugins.gotoolchain.source;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked where nobody names a source: {@code GO_TOOLCHAIN_SOURCES}, separated by white space; else the user's
 * own {@code GOPROXY} where one is known, Go's own module proxy, and Go's download site. A {@code GOPROXY} that ends
 * in {@code off} is the user's word that nothing else may be asked, so then nothing else is.
 */
public final class DefaultSources {

    private static final Duration GO_ENV_LIMIT = Duration.ofSeconds(5);

    private DefaultSources() {}

    /**
     * @param environment of the process
     * @throws ConfigurationException where a setting names no source; it says which setting
     */
    public static List<SourceSpec> of(Map<String, String> environment) throws ConfigurationException, InterruptedException {
        return of(environment, new UserGoProxy(environment, os(), new GoEnvProcess(GO_ENV_LIMIT)));
    }

    static String os() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
    }

    static List<SourceSpec> of(Map<String, String> environment, UserGoProxy user) throws ConfigurationException, InterruptedException {
        String named = environment.getOrDefault("GO_TOOLCHAIN_SOURCES", "");
        if (!named.isBlank()) {
            try {
                return SourceSpec.parseAll(named);
            } catch (ConfigurationException e) {
                throw new ConfigurationException("GO_TOOLCHAIN_SOURCES: " + e.problem(), e.tried(), e.advice(), e);
            }
        }
        List<SourceSpec> specs = new ArrayList<>();
        Optional<UserGoProxy.Found> found = user.find();
        if (found.isPresent()) {
            try {
                specs.add(SourceSpec.moduleProxy(found.get().list()));
                if (GoProxyList.parse(found.get().list()).endsInOff()) {
                    return specs;
                }
            } catch (ConfigurationException e) {
                throw new ConfigurationException(e.problem() + " (from " + found.get().where() + ")", e.tried(), e.advice(), e);
            }
        }
        boolean asked = !specs.isEmpty() && (specs.get(0).address().equals("direct")
                || specs.get(0).address().equals(SourceSpec.GO_MODULE_PROXY.address()));
        if (!asked) {
            specs.add(SourceSpec.GO_MODULE_PROXY);
        }
        specs.add(SourceSpec.GO_DOWNLOAD_SITE);
        return specs;
    }
}
