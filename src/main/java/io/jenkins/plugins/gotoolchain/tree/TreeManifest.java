package io.jenkins.plugins.gotoolchain.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * All files of a tree, sorted by path (by UTF-16 unit). Directories are implied.
 *
 * <p>The text form has one line an entry, each ended by a newline: {@code <sha256> <size> <kind> <path>}, where kind is
 * {@code -} for a file, {@code x} for an executable one and {@code l} for a link, whose path is followed by a tab and
 * its target. Paths with control characters, absolute ones, and those with an empty part, {@code .} or {@code ..} are
 * refused when the manifest is made or read, so that each names a file below the root. The digest is the SHA-256 of that
 * text in UTF-8.
 */
public final class TreeManifest {

    private final List<TreeEntry> entries;
    private final byte[] text;
    private final String digest;
    private final long bytes;

    private TreeManifest(List<TreeEntry> sorted, byte[] text) {
        this.entries = Collections.unmodifiableList(sorted);
        this.text = text;
        this.digest = sha256(text);
        long sum = 0;
        for (TreeEntry entry : sorted) {
            sum += entry.size();
        }
        this.bytes = sum;
    }

    /** @throws IllegalArgumentException where a path cannot be in a tree or comes twice, or a size is below zero */
    public static TreeManifest of(Collection<TreeEntry> entries) {
        List<TreeEntry> sorted = new ArrayList<>(entries);
        sorted.sort((a, b) -> a.path().compareTo(b.path()));
        StringBuilder text = new StringBuilder(sorted.size() * 128);
        String last = null;
        for (TreeEntry entry : sorted) {
            if (entry.path().equals(last)) {
                throw new IllegalArgumentException("twice in one tree: " + entry.path());
            }
            last = entry.path();
            append(text, entry);
        }
        return new TreeManifest(sorted, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(StringBuilder text, TreeEntry entry) {
        refuseControl(entry.path());
        refuseOutside(entry.path());
        if (entry.size() < 0) {
            throw new IllegalArgumentException("a size below zero: " + entry.path());
        }
        text.append(entry.sha256()).append(' ').append(entry.size()).append(' ');
        if (entry.isLink()) {
            refuseControl(entry.linkTarget());
            text.append("l ").append(entry.path()).append('\t').append(entry.linkTarget());
        } else {
            text.append(entry.executable() ? "x " : "- ").append(entry.path());
        }
        text.append('\n');
    }

    private static void refuseControl(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) < ' ' || path.charAt(i) == 0x7f) {
                throw new IllegalArgumentException("a control character in a path: " + path.replaceAll("\\p{Cntrl}", "?"));
            }
        }
    }

    private static void refuseOutside(String path) {
        int from = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/') {
                int length = i - from;
                boolean dots = length == 1 && path.charAt(from) == '.' || length == 2 && path.startsWith("..", from);
                if (length == 0 || dots) {
                    throw new IllegalArgumentException("not a path below a root: " + path);
                }
                from = i + 1;
            }
        }
    }

    /** Reads the text form. @throws IOException where it is not one, or not in order */
    public static TreeManifest parse(byte[] text) throws IOException {
        List<TreeEntry> entries = new ArrayList<>();
        int from = 0;
        while (from < text.length) {
            int end = from;
            while (end < text.length && text[end] != '\n') {
                end++;
            }
            if (end == text.length) {
                throw new IOException("the manifest's last line is cut off");
            }
            entries.add(parseLine(new String(text, from, end - from, StandardCharsets.UTF_8), entries.size() + 1));
            from = end + 1;
        }
        TreeManifest manifest;
        try {
            manifest = of(entries);
        } catch (IllegalArgumentException e) {
            throw new IOException("the manifest is damaged: " + e.getMessage(), e);
        }
        if (!java.util.Arrays.equals(manifest.text, text)) {
            throw new IOException("the manifest is not in its own form");
        }
        return manifest;
    }

    private static TreeEntry parseLine(String line, int number) throws IOException {
        int digestEnd = line.indexOf(' ');
        int sizeEnd = digestEnd < 0 ? -1 : line.indexOf(' ', digestEnd + 1);
        if (digestEnd != 64 || sizeEnd < 0 || line.length() < sizeEnd + 4 || line.charAt(sizeEnd + 2) != ' ') {
            throw new IOException("line " + number + " of the manifest cannot be read");
        }
        long size;
        try {
            size = Long.parseLong(line.substring(digestEnd + 1, sizeEnd));
        } catch (NumberFormatException e) {
            throw new IOException("line " + number + " of the manifest has no size", e);
        }
        String sha256 = line.substring(0, digestEnd);
        String path = line.substring(sizeEnd + 3);
        return switch (line.charAt(sizeEnd + 1)) {
            case '-' -> TreeEntry.file(path, size, false, sha256);
            case 'x' -> TreeEntry.file(path, size, true, sha256);
            case 'l' -> {
                int tab = path.indexOf('\t');
                if (tab < 0) {
                    throw new IOException("line " + number + " of the manifest is a link to nowhere");
                }
                yield new TreeEntry(path.substring(0, tab), size, false, sha256, path.substring(tab + 1));
            }
            default -> throw new IOException("line " + number + " of the manifest has an unknown kind");
        };
    }

    public List<TreeEntry> entries() {
        return entries;
    }

    /** The text form, in UTF-8. */
    public byte[] text() {
        return text.clone();
    }

    /** SHA-256 of the text form, lower-case hex. */
    public String digest() {
        return digest;
    }

    /** How many files and links. */
    public int files() {
        return entries.size();
    }

    /** The sum of all sizes. */
    public long bytes() {
        return bytes;
    }

    private static String sha256(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
