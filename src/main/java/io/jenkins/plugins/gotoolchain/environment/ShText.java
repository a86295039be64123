package io.jenkins.plugins.gotoolchain.environment;

import java.util.Map;

/** For {@code eval} in a POSIX shell: single quotes, in which nothing but the single quote itself means anything. */
final class ShText {

    private ShText() {}

    static String of(GoEnvironment environment) {
        StringBuilder text = new StringBuilder();
        for (String name : environment.unset()) {
            text.append("unset ").append(name).append('\n');
        }
        for (Map.Entry<String, String> variable : environment.variables().entrySet()) {
            text.append("export ").append(variable.getKey()).append('=').append(quote(variable.getValue())).append('\n');
        }
        String separator = environment.pathSeparator();
        text.append("export PATH=").append(quote(String.join(separator, environment.path())))
                .append("\"${PATH:+").append(separator).append("$PATH}\"\n");
        return text.toString();
    }

    static String quote(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
