package io.jenkins.plugins.gotoolchain.testing;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.AssumptionViolatedException;

/** A real server of the system's, started by a test as its own child on loopback, and ended with it. */
public abstract class Daemon implements Closeable {

    private final int port;
    private final Process process;
    private final Path log;

    /** @param folder of its own, for its configuration, its log and whatever it keeps */
    protected Daemon(Path folder, String configuration, String program, String... arguments) throws IOException, InterruptedException {
        // A port that is free now may be taken a moment later: then the next one.
        for (int attempt = 1; ; attempt++) {
            int free = freePort();
            Path file = Files.writeString(folder.resolve("configuration"), configuration.replace("PORT", "" + free));
            Path out = folder.resolve("log");
            Process started = new ProcessBuilder(command(program, arguments, file, free)).redirectErrorStream(true)
                    .redirectOutput(out.toFile()).start();
            if (answers(started, free)) {
                port = free;
                process = started;
                log = out;
                return;
            }
            started.destroyForcibly();
            started.waitFor();
            if (attempt == 3) {
                throw new IOException(program + " does not start: " + Files.readString(out));
            }
        }
    }

    private static List<String> command(String program, String[] arguments, Path file, int port) {
        List<String> command = new java.util.ArrayList<>(List.of(program));
        for (String argument : arguments) {
            command.add(argument.replace("FILE", file.toString()).replace("PORT", "" + port));
        }
        return command;
    }

    /** The first of these programs that is here. @throws AssumptionViolatedException where none is: the test did not run */
    protected static String program(String... paths) {
        for (String path : paths) {
            if (Files.isExecutable(Path.of(path))) {
                return path;
            }
        }
        throw new AssumptionViolatedException("did not run: " + paths[0] + " is not installed here");
    }

    /** Lets a server that gives up its rights read and write there, and go through the folders made for the test. */
    protected static Path open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        for (Path path = folder.getParent(); path != null; path = path.getParent()) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            if (Files.getOwner(path).equals(Files.getOwner(folder)) && permissions.add(PosixFilePermission.OTHERS_EXECUTE)
                    && String.valueOf(path.getFileName()).startsWith("junit")) {
                Files.setPosixFilePermissions(path, permissions);
            }
        }
        return folder;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(Process process, int port) throws IOException, InterruptedException {
        for (int i = 0; i < 1500; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                return true;
            } catch (IOException e) {
                if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
        }
        return false;
    }

    public int port() {
        return port;
    }

    /** What it said on its standard output. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
