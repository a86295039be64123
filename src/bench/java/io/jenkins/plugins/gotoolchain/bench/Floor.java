package io.jenkins.plugins.gotoolchain.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What no unpacking can be faster than on this machine: inflates a zip and writes its files, on two threads, the
 * large ones first, without a check of any kind. With {@code -} for the folder it inflates only.
 */
public final class Floor {

    private Floor() {}

    public static void main(String[] args) throws Exception {
        Path folder = args[1].equals("-") ? null : Path.of(args[1]);
        try (ZipFile zip = new ZipFile(args[0])) {
            List<ZipEntry> entries = new ArrayList<>(zip.stream().toList());
            // The few large ones first, the others folder by folder as they come.
            entries.sort(Comparator.comparingLong((ZipEntry entry) -> Math.max(entry.getSize(), 1024 * 1024)).reversed());
            for (ZipEntry entry : entries) {
                if (folder != null) {
                    Files.createDirectories(folder.resolve(entry.getName()).getParent());
                }
            }
            AtomicInteger next = new AtomicInteger();
            ExecutorService threads = Executors.newFixedThreadPool(2);
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < 2; thread++) {
                done.add(threads.submit(() -> {
                    byte[] buffer = new byte[64 * 1024];
                    for (int i = next.getAndIncrement(); i < entries.size(); i = next.getAndIncrement()) {
                        copy(zip, entries.get(i), folder, buffer);
                    }
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
            threads.shutdown();
        }
    }

    private static void copy(ZipFile zip, ZipEntry entry, Path folder, byte[] buffer) throws IOException {
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = folder == null
                        ? OutputStream.nullOutputStream()
                        : Files.newOutputStream(folder.resolve(entry.getName()))) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        }
    }
}
