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
            Path file = Path.of(arguments[0]);
            CacheProgram program = new CacheProgram(CacheprogFile.read(file, System.getenv()), CacheprogMain::say);
            program.serve(System.in, System.out);
            tell(program.tally(), file.resolveSibling(CacheTally.FILE));
        } catch (IOException | IllegalArgumentException e) {
            say("the build cache does not work: " + e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    /** The go command has all that it wants, and does not fail for this. */
    private static void tell(CacheTally tally, Path file) {
        try {
            tally.addTo(file);
        } catch (IOException e) {
            say("what came of the build cache could not be written down: " + e.getMessage());
        }
    }

    private static void say(String line) {
        System.err.println("[go] " + line);
    }
}
