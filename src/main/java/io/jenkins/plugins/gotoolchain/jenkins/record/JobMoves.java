package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ControllerFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Remembers which jobs got other names, so that the index leads to their builds under the names they have now. */
@Extension
public class JobMoves extends ItemListener {

    private static final Logger LOGGER = Logger.getLogger(JobMoves.class.getName());
    private static final int MOST_STEPS = 100;

    private record Move(long time, String to) {}

    /** By the name before, oldest first. */
    private Map<String, List<Move>> moves;

    static JobMoves get() {
        return ExtensionList.lookupSingleton(JobMoves.class);
    }

    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        if (item instanceof Job) {
            try {
                add(System.currentTimeMillis(), oldFullName, newFullName);
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, e, () -> "Builds of " + newFullName + " cannot be found by their use of Go");
            }
        }
    }

    private synchronized void add(long time, String from, String to) throws IOException {
        known().computeIfAbsent(from, name -> new ArrayList<>()).add(new Move(time, to));
        Files.createDirectories(Objects.requireNonNull(file().getParent()));
        LineFile.append(file(), time + "\t" + from + "\t" + to);
    }

    /** What a job is called now that was called so at a time. */
    synchronized String nameNow(String job, long time) throws IOException {
        String name = job;
        long since = time;
        for (int step = 0; step < MOST_STEPS; step++) {
            Move move = next(name, since);
            if (move == null) {
                break;
            }
            name = move.to();
            since = move.time();
        }
        return name;
    }

    private Move next(String name, long since) throws IOException {
        for (Move move : known().getOrDefault(name, List.of())) {
            if (move.time() > since) {
                return move;
            }
        }
        return null;
    }

    private Map<String, List<Move>> known() throws IOException {
        if (moves == null) {
            Map<String, List<Move>> read = new HashMap<>();
            try (var lines = Files.lines(file(), StandardCharsets.UTF_8)) {
                lines.forEach(line -> {
                    String[] parts = line.split("\t");
                    if (parts.length == 3 && parts[0].matches("\\d{1,18}")) {
                        read.computeIfAbsent(parts[1], name -> new ArrayList<>())
                                .add(new Move(Long.parseLong(parts[0]), parts[2]));
                    }
                });
            } catch (NoSuchFileException e) {
                // none was moved yet
            }
            moves = read;
        }
        return moves;
    }

    private static Path file() {
        return ControllerFolder.path().resolve("builds").resolve("moved-jobs.tsv");
    }
}
