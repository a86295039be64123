package io.jenkins.plugins.gotoolchain.environment;

import java.util.Map;

/**
 * For {@code call} of a batch file. A percent sign is doubled, which only a batch file undoes. Inside quotes the
 * characters {@code & | < > ^ ( )} stand for themselves; a value with a quote of its own is written without outer
 * quotes and with a caret before each of them. An exclamation mark stands for itself as long as delayed expansion is
 * off, as it is by default.
 */
final class CmdText {

    private CmdText() {}

    static String of(GoEnvironment environment) {
        StringBuilder text = new StringBuilder();
        for (String name : environment.unset()) {
            text.append("@set \"").append(name).append("=\"\r\n");
        }
        for (Map.Entry<String, String> variable : environment.variables().entrySet()) {
            text.append("@set ").append(assignment(variable.getKey(), variable.getValue())).append("\r\n");
        }
        text.append("@set \"PATH=").append(String.join(";", environment.path()).replace("%", "%%"))
                .append(";%PATH%\"\r\n");
        return text.toString();
    }

    static String assignment(String name, String value) {
        String percent = value.replace("%", "%%");
        if (value.indexOf('"') < 0) {
            return "\"" + name + "=" + percent + "\"";
        }
        StringBuilder text = new StringBuilder(name).append('=');
        for (int i = 0; i < percent.length(); i++) {
            char c = percent.charAt(i);
            if ("\"&|<>^()".indexOf(c) >= 0) {
                text.append('^');
            }
            text.append(c);
        }
        return text.toString();
    }
}
