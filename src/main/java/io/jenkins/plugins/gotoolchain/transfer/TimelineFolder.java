package io.jenkins.plugins.gotoolchain.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * The timelines of the last downloads, one small file each, named by when the download ended. Any number of processes
 * may keep theirs at once: each writes a file of its own, which gets its name by a rename, and the oldest go.
 */
public final class TimelineFolder {

    /** How many are kept. */
    public static final int KEPT = 20;

    private static final Pattern NAME = Pattern.compile("[0-9]{15}-[0-9a-f]{16}\\.json");
    private static final String UNFINISHED = ".tmp";
    private static final long HOUR = 3_600_000;
    /** What lists more than this was not made by us alone. */
    private static final int MOST_LISTED = 10_000;
    private static final Random RANDOM = new Random();

    private final Path folder;

    /** @param folder may be missing; one that is a link is not used */
    public TimelineFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps one more, and takes the oldest away. A thread that is interrupted keeps it all the same.
     *
     * @throws IOException where it could not be kept; nothing that was there is lost then
     */
    public void keep(Timeline timeline) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            write(timeline);
            trim();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void write(Timeline timeline) throws IOException {
        makeFolder();
        String name = String.format(
                Locale.ROOT, "%015d-%016x.json", timeline.start() + timeline.millis(), RANDOM.nextLong());
        Path unfinished = folder.resolve(name + UNFINISHED);
        try {
            Files.write(unfinished, TimelineJson.write(timeline), StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
    }

    private void trim() throws IOException {
        List<String> names = names(NAME.pattern());
        String future = String.format(Locale.ROOT, "%015d", System.currentTimeMillis() + 24 * HOUR);
        int kept = 0;
        for (String name : names) {
            if (name.compareTo(future) > 0 || ++kept > KEPT) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
        for (String name : names(NAME.pattern() + Pattern.quote(UNFINISHED))) {
            if (isAbandoned(folder.resolve(name))) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
    }

    private static boolean isAbandoned(Path unfinished) {
        try {
            return Files.getLastModifiedTime(unfinished, LinkOption.NOFOLLOW_LINKS).toMillis()
                    < System.currentTimeMillis() - HOUR;
        } catch (IOException e) {
            return false; // its owner has just given it its name
        }
    }

    /** The last timelines, youngest first. What cannot be read, or is none, is not among them. */
    public List<Timeline> last() {
        List<Timeline> found = new ArrayList<>();
        int looked = 0;
        for (String name : names(NAME.pattern())) {
            if (found.size() == KEPT || ++looked > 4 * KEPT) {
                break;
            }
            Timeline timeline = read(folder.resolve(name));
            if (timeline != null) {
                found.add(timeline);
            }
        }
        return found;
    }

    private static Timeline read(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(TimelineJson.LIMIT + 1);
            return bytes.length > TimelineJson.LIMIT ? null : TimelineJson.read(bytes);
        } catch (IOException e) {
            return null; // another process took it away
        }
    }

    /** Youngest first. */
    private List<String> names(String pattern) {
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return names;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = folder.relativize(entry).toString();
                if (name.matches(pattern) && names.size() < MOST_LISTED) {
                    names.add(name);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return new ArrayList<>(); // what cannot be listed is not there for us
        }
        names.sort(Collections.reverseOrder());
        return names;
    }
}
