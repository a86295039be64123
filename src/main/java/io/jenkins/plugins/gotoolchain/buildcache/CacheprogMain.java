package io.jenkins.plugins.gotoolchain.buildcache;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The program of a {@code GOCACHEPROG} that Jenkins sets: {@code java -cp JAR …CacheprogMain FILE}. It needs
 * Jackson's streams and no other library.
 */
public final class CacheprogMain {

    private CacheprogMain() {}

    /** @param arguments the file that {@link CacheprogFile} wrote */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            new CacheProgram(CacheprogFile.read(Path.of(arguments[0]), System.getenv()), CacheprogMain::say).serve(System.in, System.out);
        } catch (IOException | IllegalArgumentException e) {
            say("the build cache does not work: " + e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private static void say(String line) {
        System.err.println("[go] " + line);
    }
}
