package io.jenkins.plugins.gotoolchain.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes a {@code .tar.gz}, an honest one or one that lies. */
final class TarGz {

    static final long SECONDS = 1_740_679_038L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");

    TarGz() {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(false);
    }

    /** A small toolchain that nothing is wrong with. */
    static TarGz toolchain() {
        TarGz archive = new TarGz().folder("go/");
        for (Map.Entry<String, byte[]> file : SmallTree.files().entrySet()) {
            boolean executable = file.getKey().startsWith("bin/");
            archive.file("go/" + file.getKey(), executable ? 0755 : 0644, file.getValue());
        }
        return archive;
    }

    TarGz file(String name, String content) {
        return file(name, 0644, SmallTree.utf8(content));
    }

    TarGz file(String name, int mode, byte[] content) {
        return entry(name, '0', content, entry -> entry.setMode(mode));
    }

    TarGz folder(String name) {
        return entry(name, '5', new byte[0], entry -> entry.setMode(0755));
    }

    TarGz link(String name, char kind, String target) {
        return entry(name, kind, new byte[0], entry -> entry.setLinkName(target));
    }

    TarGz entry(String name, char kind, byte[] content, Consumer<TarArchiveEntry> change) {
        try {
            TarArchiveEntry entry = new TarArchiveEntry(name, (byte) kind, true);
            entry.setSize(content.length);
            entry.setModTime(new Date(SECONDS * 1000));
            change.accept(entry);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes as they are, between two entries. */
    TarGz raw(byte[] block) {
        try {
            tar.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.writeBytes(block);
        return this;
    }

    /** Without the records of zeros at the end. */
    byte[] unended() {
        try {
            tar.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] tar() {
        try {
            tar.finish();
            tar.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] gzip() {
        return gzip(tar());
    }

    static byte[] gzip(byte[] data) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Makes the entry whose header is at an offset one of another kind, with a checksum that agrees. */
    static void retype(byte[] tar, int header, char kind) {
        tar[header + 156] = (byte) kind;
        java.util.Arrays.fill(tar, header + 148, header + 156, (byte) ' ');
        int sum = 0;
        for (int i = header; i < header + 512; i++) {
            sum += tar[i] & 0xff;
        }
        byte[] octal = SmallTree.utf8(String.format("%06o", sum));
        System.arraycopy(octal, 0, tar, header + 148, 6);
        tar[header + 154] = 0;
    }

    Path in(Path folder) throws IOException {
        return Files.write(folder.resolve("go1.24.1.linux-amd64.tar.gz"), gzip());
    }
}
