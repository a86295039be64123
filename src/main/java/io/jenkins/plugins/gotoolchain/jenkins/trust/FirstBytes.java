package io.jenkins.plugins.gotoolchain.jenkins.trust;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Node;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException.Statement;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ControllerFolder;
import io.jenkins.plugins.gotoolchain.store.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Trust on first use, for all nodes together: the first verified bytes of a version and platform are kept, and a node that
 * brings others fails, even where its own evidence would do. They are a line each in {@code go-toolchain/first-bytes.tsv}
 * of Jenkins' home; a line that cannot be read counts for nothing.
 */
@Extension
public class FirstBytes {

    private static final Logger LOGGER = Logger.getLogger(FirstBytes.class.getName());

    /** Far more than Go has published. Where an agent makes up versions, those do not count any more. */
    private static final int MOST = 20_000;

    private final Path folder;
    private final Path file;
    private final Clock clock;
    private Map<String, KnownBytes> known;

    public FirstBytes() {
        this(ControllerFolder.path(), Clock.systemUTC());
    }

    FirstBytes(Path folder, Clock clock) {
        this.folder = folder;
        this.file = folder.resolve("first-bytes.tsv");
        this.clock = clock;
    }

    public static FirstBytes get() {
        return ExtensionList.lookupSingleton(FirstBytes.class);
    }

    /**
     * Keeps what a node has provided where it is the first of its kind, and compares it with the first elsewhere.
     *
     * @param receipt as the node says it, held against what was asked for already
     * @throws DisagreementException where it is not what was verified first
     */
    public void hold(Node node, Receipt receipt) throws DisagreementException {
        hold(node.getDisplayName(), receipt);
    }

    synchronized void hold(String node, Receipt receipt) throws DisagreementException {
        KnownBytes now = KnownBytes.of(node, receipt, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        if (now == null) {
            return;
        }
        KnownBytes first = known().get(now.key());
        if (first == null) {
            if (known().size() < MOST) {
                known().put(now.key(), now);
                save();
            }
        } else if (!first.agreesWith(now)) {
            throw disagree(first, now);
        }
    }

    private static DisagreementException disagree(KnownBytes first, KnownBytes now) {
        return DisagreementException.of(
                about(now),
                List.of(
                        new Statement(
                                first.value(now),
                                first.node() + ", which brought it first, at " + first.since() + ", from " + first.source()
                                        + ", proven by " + first.evidence()),
                        new Statement(
                                now.value(first),
                                now.node() + ", which has it now, from " + now.source() + ", proven by "
                                        + now.evidence())),
                List.of(),
                "a release never changes: find out which of the two is wrong before any build uses either. Where the first"
                        + " was, an administrator can have it forgotten; where " + now.node()
                        + "'s is, remove it there");
    }

    private static String about(KnownBytes bytes) {
        return "Go " + bytes.version() + " for " + bytes.platform() + (bytes.module() ? " (as a module)" : " (as an archive)");
    }

    /**
     * The next node to bring what this was about brings the first of its kind.
     *
     * @param about as the exception said it
     * @return whether anything was known of it
     */
    synchronized boolean forget(String about) {
        boolean forgot = known().values().removeIf(one -> about(one).equals(about));
        if (forgot) {
            save();
        }
        return forgot;
    }

    /** Whether there is anything to forget of what an exception was about. */
    synchronized boolean knows(String about) {
        return known().values().stream().anyMatch(one -> about(one).equals(about));
    }

    private Map<String, KnownBytes> known() {
        if (known == null) {
            known = new LinkedHashMap<>();
            for (String line : lines()) {
                KnownBytes one = KnownBytes.parse(line);
                if (one == null) {
                    LOGGER.warning(() -> file + " has a line that cannot be read and counts for nothing: " + line);
                } else {
                    known.putIfAbsent(one.key(), one);
                }
            }
        }
        return known;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "What nodes brought first cannot be read, so it is learned anew");
            return List.of();
        }
    }

    /** Written beside it and renamed, so that no crash leaves half of it. Where that fails it holds until a restart. */
    private void save() {
        List<String> lines = new ArrayList<>();
        known.values().forEach(one -> lines.add(one.line()));
        try {
            Files.createDirectories(folder);
            Path fresh = folder.resolve("first-bytes.tsv.new");
            Files.write(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "What nodes brought first cannot be kept over a restart");
        }
    }
}
