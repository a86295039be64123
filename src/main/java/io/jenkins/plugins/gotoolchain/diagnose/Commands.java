package io.jenkins.plugins.gotoolchain.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands in one line of a shell: which of them run something, and which merely print or note it. */
final class Commands {

    private static final Pattern QUOTING = Pattern.compile(
            "(?:echo|printf|logger|:|rem|write-(?:host|output|verbose|information))(?:[ .\"']|$)|#|//|::",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_FRONT = Pattern.compile(
            "[@({\\s]+|\\w+=(?:'[^']*'|\"[^\"]*\"|\\S*) |(?:sudo|env|exec|nohup|time|command|call|if|then|do|else|!)(?: -\\S+)* ",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHELL = Pattern.compile(
            "(?:\\S*[/\\\\])?(?:(?:sh|bash|dash|zsh)(?: -\\w+)*? -\\w*c|cmd(?:\\.exe)?(?: /\\w)*? /c"
                    + "|(?:powershell|pwsh)(?:\\.exe)? (?:.* )?-c(?:ommand)?) +['\"]?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FOLDER = Pattern.compile("['\"]?(?:/\\S*/|[a-z]:\\\\\\S*\\\\)(?=\\w)", Pattern.CASE_INSENSITIVE);

    private final List<String> running = new ArrayList<>();
    private String printed;

    private Commands() {}

    /** @param single whether the line is one command, whatever signs are in it, as in a trace of sh */
    static Commands of(String line, boolean single) {
        Commands commands = new Commands();
        if (single) {
            commands.one(line);
        } else {
            commands.each(line);
        }
        return commands;
    }

    /** Without what stands in front of a command: {@code sudo}, settings of variables, {@code sh -c}, its folder. */
    List<String> running() {
        return running;
    }

    /** What {@code echo} is told to print; null where it is not used. */
    String printed() {
        return printed;
    }

    private void each(String line) {
        int start = 0;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '&' || c == '|' || c == ';') {
                one(line.substring(start, i));
                start = i + 1;
            }
        }
        one(line.substring(start));
    }

    private void one(String text) {
        String command = text.strip();
        Matcher front = IN_FRONT.matcher(command);
        int start = 0;
        while (front.region(start, command.length()).lookingAt()) {
            start = front.end();
        }
        command = command.substring(start);
        Matcher quoting = QUOTING.matcher(command);
        Matcher shell = SHELL.matcher(command);
        if (quoting.lookingAt()) {
            printed = unquoted(command.substring(quoting.end()));
        } else if (shell.lookingAt()) {
            each(command.substring(shell.end()));
        } else if (!command.isEmpty()) {
            running.add(withoutFolder(command));
        }
    }

    private static String withoutFolder(String command) {
        Matcher folder = FOLDER.matcher(command);
        return folder.lookingAt() ? command.substring(folder.end()) : command;
    }

    private static String unquoted(String text) {
        String plain = text.strip();
        while (plain.startsWith("-n ") || plain.startsWith("-e ")) {
            plain = plain.substring(3).strip();
        }
        boolean quoted = plain.length() > 1 && plain.charAt(0) == plain.charAt(plain.length() - 1)
                && (plain.charAt(0) == '\'' || plain.charAt(0) == '"');
        return quoted ? plain.substring(1, plain.length() - 1) : plain;
    }
}
