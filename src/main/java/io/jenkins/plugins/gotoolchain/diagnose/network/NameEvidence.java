package io.jenkins.plugins.gotoolchain.diagnose.network;

import java.io.Serializable;
import java.util.List;

/**
 * What is known of a name beside what the system's own look-up says.
 *
 * @param host the name
 * @param answers of the name servers that this machine has, each asked by itself
 * @param hostsFile the addresses that the hosts file has for it
 * @param literal an address tried without a name, since the name servers gave none; null where there was no need
 */
public record NameEvidence(String host, List<NameServerAnswer> answers, List<String> hostsFile, LiteralTry literal)
        implements Serializable {

    /**
     * Whether the network is there at all.
     *
     * @param address digits and port
     * @param what whose address it is
     * @param reached whether a connection stood, or was refused by somebody who is there
     */
    public record LiteralTry(String address, String what, boolean reached, long millis) implements Serializable {}

    public NameEvidence {
        answers = List.copyOf(answers);
        hostsFile = List.copyOf(hostsFile);
    }

    boolean all(NameServerAnswer.Kind kind) {
        return !answers.isEmpty() && answers.stream().allMatch(answer -> answer.kind() == kind);
    }

    boolean any(NameServerAnswer.Kind kind) {
        return answers.stream().anyMatch(answer -> answer.kind() == kind);
    }

    /** The servers that answered so, with a comma between. */
    String servers(NameServerAnswer.Kind kind) {
        return String.join(", ", answers.stream().filter(one -> one.kind() == kind).map(NameServerAnswer::server).toList());
    }
}
