package io.jenkins.plugins.gotoolchain.release;

import java.io.Serializable;
import java.util.List;

/**
 * What a node is.
 *
 * @param platform the one whose toolchain runs there
 * @param notes what was noticed that a person may want to know, one plain sentence each; mostly none
 */
public record DetectedPlatform(Platform platform, List<String> notes) implements Serializable {

    public DetectedPlatform {
        notes = List.copyOf(notes);
    }
}
