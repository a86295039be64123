package io.jenkins.plugins.gotoolchain.version;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.version.VersionSelector.Exact;
import java.util.List;

/**
 * The {@code go} and {@code toolchain} lines of a {@code go.mod} or {@code go.work} (go.dev/ref/mod#go-mod-file).
 * Everything else is only followed far enough to know what is a line of its own: comments, strings and blocks.
 */
final class ModuleFile {

    private final String path;
    private Line go;
    private Line toolchain;
    private boolean requires;
    private boolean blockRequires;

    private record Line(int number, String value) {}

    private ModuleFile(String path) {
        this.path = path;
    }

    /** @throws VersionException that says file and line, where Go would not read it either */
    static ModuleFile parse(String path, String text) throws VersionException {
        ModuleFile file = new ModuleFile(path);
        int block = 0;
        int number = 0;
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            number++;
            List<String> words = ModuleLine.words(path, number, text.substring(from, end));
            from = end + 1;
            if (words.isEmpty()) {
                continue;
            }
            if (block > 0) {
                boolean closed = file.closes(words, number);
                file.requires |= !closed && file.blockRequires;
                block = closed ? 0 : block;
            } else if (file.opens(words, number)) {
                block = number;
                file.blockRequires = words.get(0).equals("require");
            } else {
                file.statement(words, number);
            }
        }
        if (block > 0) {
            throw file.unreadable(block, "opens a block that is never closed", "close it with )");
        }
        return file;
    }

    private boolean closes(List<String> words, int number) throws VersionException {
        if (!words.get(0).equals(")")) {
            return false;
        }
        if (words.size() > 1) {
            throw unreadable(number, "has " + Quoted.of(words.get(1)) + " after the end of a block", "begin a new line");
        }
        return true;
    }

    private boolean opens(List<String> words, int number) throws VersionException {
        boolean empty = words.size() > 2
                && words.get(words.size() - 2).equals("(")
                && words.get(words.size() - 1).equals(")");
        boolean opens = words.size() > 1 && words.get(words.size() - 1).equals("(");
        if ((opens || empty) && (words.get(0).equals("go") || words.get(0).equals("toolchain"))) {
            throw unreadable(number, "has a block of \"" + words.get(0) + "\"", "write it as one line");
        }
        return opens;
    }

    private void statement(List<String> words, int number) throws VersionException {
        String verb = words.get(0);
        if (verb.equals("go")) {
            go = only(words, number, go);
        } else if (verb.equals("toolchain")) {
            toolchain = only(words, number, toolchain);
        } else if (verb.equals("require")) {
            requires = true;
        }
    }

    private Line only(List<String> words, int number, Line before) throws VersionException {
        String verb = words.get(0);
        if (before != null) {
            throw unreadable(
                    number, "repeats the " + verb + " line of line " + before.number(), "leave one of the two");
        }
        if (words.size() != 2) {
            throw unreadable(
                    number, "has " + (words.size() - 1) + " words after \"" + verb + "\", not one", example(verb));
        }
        return new Line(number, words.get(1));
    }

    private static String example(String verb) {
        return verb.equals("go") ? "write it like go 1.24.1" : "write it like toolchain go1.24.1";
    }

    /** Whether it names other modules. */
    boolean requires() {
        return requires;
    }

    /** What it says is the least, of both lines; null where it says none. */
    GoVersion least() throws VersionException {
        GoVersion named = toolchain == null ? null : toolchainVersion();
        if (go != null && (named == null || named.compareTo(new GoVersion(go.value())) < 0)) {
            goSelector();
            return new GoVersion(go.value());
        }
        return named;
    }

    /** The line that says so, for people. */
    String leastOrigin() throws VersionException {
        GoVersion named = toolchain == null ? null : toolchainVersion();
        return named != null && (go == null || named.compareTo(new GoVersion(go.value())) >= 0)
                ? origin(toolchain, "toolchain")
                : origin(go, "go");
    }

    /**
     * Which version the file asks for: the {@code toolchain} line where it is newer than the {@code go} line, as the
     * go command itself has it, else the {@code go} line.
     */
    Request request() throws VersionException {
        VersionSelector minimum = go == null ? null : goSelector();
        GoVersion preferred = toolchain == null ? null : toolchainVersion();
        if (preferred != null && (go == null || preferred.compareTo(new GoVersion(go.value())) > 0)) {
            return new Request(toolchainSelector(preferred), origin(toolchain, "toolchain"));
        }
        if (minimum == null) {
            throw new VersionException(
                    path + " has no go line" + (toolchain == null ? "" : ", and its toolchain line names no version"),
                    "add one such as go 1.24.1");
        }
        return new Request(minimum, origin(go, "go"));
    }

    private String origin(Line line, String verb) {
        return path + ":" + line.number() + " " + verb + " " + line.value();
    }

    private VersionSelector goSelector() throws VersionException {
        String value = go.value();
        char last = value.charAt(value.length() - 1);
        if (VersionParts.parse(value) == null || value.indexOf('.') < 0 || last < '0' || last > '9') {
            throw unreadable(
                    go.number(), "has " + Quoted.of(value) + " where a version of Go should be", example("go"));
        }
        return VersionSelector.parse(value);
    }

    /** The version in the toolchain line, its suffix aside; null for {@code default}, which switches the line off. */
    private GoVersion toolchainVersion() throws VersionException {
        String value = toolchain.value();
        if (value.equals("default")) {
            return null;
        }
        int dash = value.indexOf('-');
        String bare = dash < 0 ? value : value.substring(0, dash);
        if (!bare.startsWith("go1") || VersionParts.parse(bare.substring(2)) == null) {
            throw unreadable(
                    toolchain.number(), "has " + Quoted.of(value) + " where a toolchain should be", example("toolchain"));
        }
        return new GoVersion(bare.substring(2));
    }

    private VersionSelector toolchainSelector(GoVersion version) throws VersionException {
        if (toolchain.value().indexOf('-') >= 0) {
            throw unreadable(
                    toolchain.number(),
                    "wants the toolchain " + Quoted.of(toolchain.value()) + ", which is not one of Go's own releases",
                    "name a release there, or name the version in the build");
        }
        if (version.isLanguage()) {
            throw unreadable(
                    toolchain.number(),
                    "wants the toolchain " + Quoted.of(toolchain.value()) + ", which is a language version and no release",
                    "write toolchain " + version.released().goName());
        }
        return new Exact(version);
    }

    private VersionException unreadable(int number, String what, String advice) {
        return new VersionException(path + ":" + number + " " + what, advice);
    }
}
