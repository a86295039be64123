package io.jenkins.plugins.gotoolchain.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The words after {@code exec}: everything from the command on is the command's own, whatever it looks like, but options
 * of ours may stand on both sides of VERSION. Puts those that follow it in front of it.
 */
final class ExecArguments {

    private ExecArguments() {}

    static String[] arrange(String[] words, CommandSpec exec) {
        int at = 0;
        while (at < words.length && !words[at].equals("exec")) {
            if (!words[at].startsWith("-")) {
                return words;
            }
            at += length(words[at], exec);
        }
        int version = skipOptions(words, at + 1, exec);
        int command = skipOptions(words, version + 1, exec);
        if (command > words.length || command == version + 1) {
            return words;
        }
        List<String> arranged = new ArrayList<>(Arrays.asList(words).subList(0, version));
        arranged.addAll(Arrays.asList(words).subList(version + 1, command));
        arranged.add(words[version]);
        arranged.addAll(Arrays.asList(words).subList(command, words.length));
        return arranged.toArray(new String[0]);
    }

    private static int skipOptions(String[] words, int from, CommandSpec exec) {
        int at = from;
        while (at < words.length && words[at].startsWith("-") && !words[at].equals("--")) {
            at += length(words[at], exec);
        }
        return at;
    }

    /** How many words an option takes, its name included. */
    private static int length(String word, CommandSpec exec) {
        OptionSpec option = exec.optionsMap().get(word);
        return option == null || option.arity().max() == 0 ? 1 : 2;
    }
}
