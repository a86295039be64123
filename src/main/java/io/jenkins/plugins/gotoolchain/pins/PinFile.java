package io.jenkins.plugins.gotoolchain.pins;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of a file of pins, which keeps its comments and its order when pins are added to it, so that a change to it
 * is a change of few lines:
 *
 * <pre>
 * go-toolchain.pins 1
 * # a comment has a line of its own
 * 1.24.1 linux/amd64 sha256:cb2396bae641… h1:+AbJFFR/Yl0P…
 * 1.24.1 windows/amd64 sha256:95666b551453…
 * </pre>
 *
 * <p>The first line names the format and its number. All others are blank, a comment, or a pin: version, platform, and
 * {@code sha256:} of the archive that download sites have, {@code h1:} of the module that proxies have, or both. Lines
 * end in a newline, with or without a carriage return before it.
 */
public final class PinFile {

    /** What it is called in a repository. */
    public static final String NAME = "go-toolchain.pins";

    /** More than a file for every release on every platform has, in characters. */
    public static final int LIMIT = 1 << 20;

    private static final String FORMAT = "go-toolchain.pins ";
    private static final String HEAD = FORMAT + "1";

    private final String name;
    private final String ending;
    private final List<String> lines;
    private final List<Placed> placed;

    /** @param line counted from 0 */
    private record Placed(Pin pin, int line) {}

    private PinFile(String name, String ending, List<String> lines) throws ConfigurationException {
        this.name = name;
        this.ending = ending;
        this.lines = List.copyOf(lines);
        this.placed = read(lines, name);
    }

    /** @param name for people, in messages */
    public static PinFile empty(String name) {
        try {
            return new PinFile(name, "\n", List.of(HEAD));
        } catch (ConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param name for people; each message begins with it and the number of the line
     * @throws ConfigurationException where something stands there that is not of this format, or twice
     */
    public static PinFile parse(String text, String name) throws ConfigurationException {
        if (text.length() > LIMIT) {
            throw new ConfigurationException(
                    name + " is larger than a file of pins can be", "see whether it is the file that was meant");
        }
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(withoutReturn(text.substring(from, end)));
            from = end + 1;
        }
        if (from < text.length()) {
            lines.add(withoutReturn(text.substring(from)));
        }
        int first = text.indexOf('\n');
        return new PinFile(name, first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n", lines);
    }

    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private static List<Placed> read(List<String> lines, String name) throws ConfigurationException {
        refuseOtherFormat(lines.isEmpty() ? "" : lines.get(0), name);
        List<Placed> placed = new ArrayList<>();
        Map<String, Pin> known = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            if (PinLine.isComment(lines.get(i))) {
                continue;
            }
            Pin pin = PinLine.parse(lines.get(i), name + ":" + (i + 1));
            Pin before = known.put(pin.version() + " " + pin.platform(), pin);
            if (before != null) {
                throw new ConfigurationException(
                        pin.from() + " pins Go " + pin.version() + " for " + pin.platform() + ", as does " + before.from(),
                        "leave one of the two lines");
            }
            placed.add(new Placed(pin, i));
        }
        return placed;
    }

    private static void refuseOtherFormat(String head, String name) throws ConfigurationException {
        if (!head.equals(HEAD)) {
            boolean newer = head.startsWith(FORMAT) && isNumber(head.substring(FORMAT.length()));
            throw new ConfigurationException(
                    name + ":1 has " + PinLine.shown(head) + " where " + PinLine.shown(HEAD) + " should be",
                    newer ? "it is of another format: use the version of go-toolchain that wrote it, or a newer one"
                            : "begin the file with that line; go-toolchain pins add makes such a file");
        }
    }

    private static boolean isNumber(String text) {
        boolean number = !text.isEmpty();
        for (int i = 0; i < text.length(); i++) {
            number &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return number;
    }

    /** In the order of the file. */
    public Pins pins() {
        List<Pin> pins = new ArrayList<>();
        for (Placed each : placed) {
            pins.add(each.pin);
        }
        return new Pins(name, pins);
    }

    /** The same with this pin in the place of the one for the same version and platform; where there is none, in order. */
    public PinFile with(Pin pin) {
        List<String> changed = new ArrayList<>(lines);
        int line = lineOf(pin.version(), pin.platform());
        if (line < 0) {
            changed.add(placeOf(pin), pin.line());
        } else {
            changed.set(line, pin.line());
        }
        return changed(changed);
    }

    /** The same without the pin for this version and platform. */
    public PinFile without(GoVersion version, Platform platform) {
        List<String> changed = new ArrayList<>(lines);
        int line = lineOf(version, platform);
        if (line >= 0) {
            changed.remove(line);
        }
        return changed(changed);
    }

    private PinFile changed(List<String> changed) {
        try {
            return new PinFile(name, ending, changed);
        } catch (ConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** -1 where there is none. */
    private int lineOf(GoVersion version, Platform platform) {
        for (Placed each : placed) {
            if (each.pin.isOf(version, platform)) {
                return each.line;
            }
        }
        return -1;
    }

    /** Behind the last pin that comes before it; before the first where none does; else at the end. */
    private int placeOf(Pin pin) {
        int behind = -1;
        for (Placed each : placed) {
            if (each.pin.compareTo(pin) < 0) {
                behind = each.line + 1;
            }
        }
        return behind >= 0 ? behind : placed.isEmpty() ? lines.size() : placed.get(0).line;
    }

    /** As it is written to the disk. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line).append(ending);
        }
        return text.toString();
    }
}
