package io.jenkins.plugins.gotoolchain.release;

import java.util.Map;

/**
 * What a node says about itself.
 *
 * @param osName Java's {@code os.name}
 * @param osArch Java's {@code os.arch}: what the JVM was built for
 * @param environment the environment's variables
 * @param probe looks further where that is not enough
 */
public record NodeFacts(String osName, String osArch, Map<String, String> environment, Probe probe) {

    /** Looks at the node itself. A test answers from what a real node once said. */
    public interface Probe {

        /** The first bytes of a file, at most so many; null where it cannot be read. */
        byte[] read(String path, int max);

        /** What a small command of the system prints, stripped; empty where it fails. */
        String run(String... command);
    }

    /** This node. */
    public static NodeFacts here() {
        return new NodeFacts(
                System.getProperty("os.name", ""),
                System.getProperty("os.arch", ""),
                System.getenv(),
                new SystemProbe());
    }
}
