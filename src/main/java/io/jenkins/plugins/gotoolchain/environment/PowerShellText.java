package io.jenkins.plugins.gotoolchain.environment;

import java.util.Map;

/** Single quotes, doubled inside; PowerShell takes four more characters of Unicode for single quotes. */
final class PowerShellText {

    private static final String QUOTES = "'\u2018\u2019\u201a\u201b";

    private PowerShellText() {}

    static String of(GoEnvironment environment) {
        StringBuilder text = new StringBuilder();
        for (String name : environment.unset()) {
            text.append("Remove-Item -LiteralPath 'Env:").append(name).append("' -ErrorAction SilentlyContinue\n");
        }
        for (Map.Entry<String, String> variable : environment.variables().entrySet()) {
            text.append("$env:").append(variable.getKey()).append(" = ").append(quote(variable.getValue())).append('\n');
        }
        String separator = environment.pathSeparator();
        text.append("$env:PATH = ").append(quote(String.join(separator, environment.path())))
                .append(" + $(if ($env:PATH) { '").append(separator).append("' + $env:PATH })\n");
        return text.toString();
    }

    static String quote(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2).append('\'');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            text.append(c);
            if (QUOTES.indexOf(c) >= 0) {
                text.append(c);
            }
        }
        return text.append('\'').toString();
    }
}
