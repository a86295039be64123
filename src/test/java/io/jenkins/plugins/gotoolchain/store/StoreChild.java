package io.jenkins.plugins.gotoolchain.store;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** What the tests do in a process of its own. It says {@code ready}, waits for a line, then does what it was told. */
public final class StoreChild {

    /** Longer than any test needs: a child whose test is gone does not stay. */
    private static final long LIFE_NANOS = 60_000_000_000L;

    private static final List<Handle> STARTED = new CopyOnWriteArrayList<>();

    private StoreChild() {}

    /** Ends all that were started, whatever became of the test. */
    static void endAll() throws InterruptedException {
        for (Handle child : STARTED) {
            child.kill();
        }
        STARTED.clear();
    }

    /** The test's side of a child. */
    static final class Handle implements AutoCloseable {
        final Process process;
        private final BufferedReader out;

        private Handle(Process process) {
            this.process = process;
            this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        void go() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }

        String line() throws IOException {
            return out.readLine();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            process.waitFor();
        }

        int exit() throws InterruptedException, IOException {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                kill();
                throw new IOException("a child did not end");
            }
            return process.exitValue();
        }

        @Override
        public void close() throws InterruptedException {
            kill();
        }
    }

    static Handle start(String what, Path root, String version, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                StoreChild.class.getName(),
                what,
                root.toString(),
                version,
                log.toString()));
        Handle child = new Handle(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        STARTED.add(child);
        return child;
    }

    public static void main(String[] arguments) throws Exception {
        ToolchainStore store = new ToolchainStore(Path.of(arguments[1]));
        FakeToolchain fake = new FakeToolchain(arguments[2], "linux/amd64");
        Path log = Path.of(arguments[3]);
        System.out.println("ready");
        if (System.in.read() < 0) {
            return;
        }
        switch (arguments[0]) {
            case "install" -> install(store, fake, log);
            case "cycle" -> cycle(store, fake, log);
            case "lease" -> {
                try (Lease lease = store.lease(install(store, fake, log))) {
                    System.out.println("leased");
                    System.in.read();
                }
            }
            case "lock" -> {
                try (InstallLock lock = store.lock(fake.version, fake.platform, notice -> {})) {
                    System.out.println("locked");
                    System.in.read();
                }
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** The road that an installation takes. */
    static Toolchain install(ToolchainStore store, FakeToolchain fake, Path log) throws Exception {
        Optional<Toolchain> found = store.find(fake.version, fake.platform, notice -> say(log, "notice " + notice));
        if (found.isPresent()) {
            return found.get();
        }
        try (InstallLock lock = store.lock(fake.version, fake.platform, notice -> {})) {
            found = store.find(fake.version, fake.platform, notice -> say(log, "notice " + notice));
            if (found.isPresent()) {
                return found.get();
            }
            say(log, "unpacked");
            return fake.install(store);
        }
    }

    private static void cycle(ToolchainStore store, FakeToolchain fake, Path log) throws Exception {
        long start = System.nanoTime();
        for (int cycle = 0; System.nanoTime() - start < LIFE_NANOS; cycle++) {
            if (cycle == 1) {
                System.out.println("cycling");
            }
            Toolchain toolchain = install(store, fake, log);
            leaseUnlessPruned(store, toolchain);
            store.remove(fake.version, fake.platform, true);
            toolchain = fake.install(store);
            fake.install(store);
            store.prune(new PruneRules(0, null, -1, false));
        }
    }

    /** The other child prunes all that nobody uses, in the moment between too. */
    private static void leaseUnlessPruned(ToolchainStore store, Toolchain toolchain) throws Exception {
        try {
            store.lease(toolchain).close();
        } catch (StoreException e) {
            if (!e.getMessage().contains("was removed by someone else")) {
                throw e;
            }
        }
    }

    private static void say(Path log, String line) {
        try {
            Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
