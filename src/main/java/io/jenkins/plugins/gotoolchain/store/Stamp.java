package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.tree.TreeEntry;
import io.jenkins.plugins.gotoolchain.tree.TreeManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What is looked at on every use, kept small so that looking costs milliseconds in a JVM that has just started: size,
 * time and mode of what a build executes, and what a policy asks of the receipt. It proves nothing: where anything
 * differs from it, or it is missing, receipt and manifest are read and files compared byte by byte.
 *
 * <p>Text form, a line each: {@code go-toolchain-stamp 2}, {@code receipt <CRC-32, hex> <size>},
 * {@code toolchain <name>}, {@code archive <sha256>},
 * {@code module <h1: or nothing>}, {@code met <kind>} for each kind of evidence (a signature's with the key),
 * {@code at <seconds>}, {@code folder <entries> <path>} and {@code file <size> <seconds> <x or -> <path>} for each
 * file, {@code end}. Times are of last modification, in seconds since 1970, as coarse as archives and images keep
 * them.
 *
 * @param receiptCrc of the receipt's bytes
 * @param receiptSize in bytes
 * @param toolchain the folder's name
 * @param met the kinds of evidence, as {@link Receipt#met} has them
 * @param at the time of the youngest file when all were known to be as the manifest says: a younger one was written since
 */
record Stamp(
        long receiptCrc,
        int receiptSize,
        String toolchain,
        String archiveSha256,
        String moduleHash,
        List<String> met,
        long at,
        List<Folder> folders,
        List<Looked> files) {

    private static final String HEAD = "go-toolchain-stamp 2";
    private static final int LIMIT = 256 * 1024;

    /** A folder in which nothing may be added. */
    record Folder(String path, int entries) {}

    /** A file to look at. */
    record Looked(String path, long size, long seconds, boolean executable) {}

    static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length);
        return crc.getValue();
    }

    boolean isOf(byte[] receipt, String name) {
        return receipt.length == receiptSize && crc(receipt) == receiptCrc && toolchain.equals(name);
    }

    /**
     * Reads times and modes from a tree that is known to be as the manifest says and already has its manifest file.
     *
     * @param youngest the time of its youngest file, in seconds since 1970
     */
    static Stamp of(
            Path home, String name, Receipt receipt, byte[] receiptBytes, TreeManifest manifest, long youngest)
            throws IOException {
        List<Folder> folders = new ArrayList<>();
        List<Looked> files = new ArrayList<>();
        for (TreeEntry entry : manifest.entries()) {
            if (Watched.onEveryUse(entry.path()) && !entry.isLink()) {
                files.add(look(home, entry.path(), entry.executable()));
                addFolders(home, folders, entry.path());
            }
        }
        Looked manifestFile = look(home, MetaFiles.MANIFEST, false);
        files.add(manifestFile);
        return new Stamp(
                crc(receiptBytes),
                receiptBytes.length,
                name,
                receipt.archiveSha256(),
                receipt.moduleHash(),
                receipt.met(),
                Math.max(youngest, manifestFile.seconds()),
                folders,
                files);
    }

    private static Looked look(Path home, String path, boolean executable) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(
                home.resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new Looked(
                path, attributes.size(), Math.floorDiv(attributes.lastModifiedTime().toMillis(), 1000L), executable);
    }

    private static void addFolders(Path home, List<Folder> folders, String path) {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            String folder = path.substring(0, slash);
            if (!Watched.executed(folder + "/")) {
                return;
            }
            for (Folder known : folders) {
                if (known.path().equals(folder)) {
                    return;
                }
            }
            String[] names = home.resolve(folder).toFile().list();
            folders.add(new Folder(folder, names == null ? 0 : names.length));
        }
    }

    byte[] text() {
        StringBuilder text = new StringBuilder(4096);
        text.append(HEAD).append('\n');
        text.append("receipt ").append(Long.toHexString(receiptCrc)).append(' ').append(receiptSize).append('\n');
        text.append("toolchain ").append(toolchain).append('\n');
        text.append("archive ").append(archiveSha256).append('\n');
        text.append("module ").append(moduleHash).append('\n');
        for (String kind : met) {
            text.append("met ").append(kind).append('\n');
        }
        text.append("at ").append(at).append('\n');
        for (Folder folder : folders) {
            text.append("folder ").append(folder.entries()).append(' ').append(folder.path()).append('\n');
        }
        for (Looked file : files) {
            text.append("file ").append(file.size()).append(' ').append(file.seconds());
            text.append(file.executable() ? " x " : " - ").append(file.path()).append('\n');
        }
        return text.append("end\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @return null where there is none that can be read: then the long way is taken */
    static Stamp read(Path home) {
        try {
            return parse(MetaFiles.read(home.resolve(MetaFiles.STAMP), LIMIT));
        } catch (IOException e) {
            return null;
        }
    }

    static Stamp parse(byte[] text) {
        try {
            return parse(new String(text, StandardCharsets.UTF_8));
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            return null;
        }
    }

    private static Stamp parse(String text) {
        StampLines lines = new StampLines(text);
        if (!lines.next().equals(HEAD)) {
            return null;
        }
        lines.next("receipt");
        long crc = Long.parseLong(lines.word(), 16);
        int size = Integer.parseInt(lines.rest());
        lines.next("toolchain");
        String toolchain = lines.rest();
        lines.next("archive");
        String archive = lines.rest();
        lines.next("module");
        String module = lines.rest();
        List<String> met = new ArrayList<>(2);
        while (lines.next("met")) {
            met.add(lines.rest());
        }
        long at = Long.parseLong(lines.rest());
        List<Folder> folders = new ArrayList<>(4);
        while (lines.next("folder")) {
            int entries = Integer.parseInt(lines.word());
            folders.add(new Folder(lines.rest(), entries));
        }
        List<Looked> files = new ArrayList<>(32);
        do {
            long bytes = Long.parseLong(lines.word());
            long seconds = Long.parseLong(lines.word());
            boolean executable = lines.word().equals("x");
            files.add(new Looked(lines.rest(), bytes, seconds, executable));
        } while (lines.next("file"));
        return lines.kind().equals("end") ? new Stamp(crc, size, toolchain, archive, module, met, at, folders, files) : null;
    }
}
