package io.jenkins.plugins.gotoolchain.source;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.release.Archive;
import io.jenkins.plugins.gotoolchain.release.ArchiveName;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.Packaging;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.release.ToolchainModule;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A folder with archives as the download site names them, and with modules as a file tree of a proxy has them
 * ({@code golang.org/toolchain/@v/}, also below {@code cache/download/} as in Go's own cache). Digests are in
 * {@code <archive>.sha256}, in {@code SHA256SUMS}, or in {@code index.json}, a copy of the download site's index; signatures in {@code <archive>.asc}.
 * Nothing outside the folder is touched, whatever links say.
 */
public final class ArchiveFolder implements Source {

    private final Path folder;
    private final FolderDigests digests;
    private final Set<String> required;

    /** @param folder absolute; need not be there yet */
    ArchiveFolder(Path folder, boolean trustDigests, Set<String> required) {
        this.folder = folder;
        this.required = required;
        this.digests = new FolderDigests(folder, trustDigests);
    }

    @Override
    public String label() {
        return "file:" + folder;
    }

    @Override
    public Set<String> required() {
        return required;
    }

    @Override
    public boolean serves(URI uri) {
        return false;
    }

    @Override
    public Set<GoVersion> versions(Platform platform) throws UnreachableException {
        Set<GoVersion> found = new TreeSet<>();
        for (ToolchainModule.Entry each : listed()) {
            if (each.platform().equals(platform)) {
                found.add(each.version());
            }
        }
        return found;
    }

    @Override
    public Set<Platform> platforms(GoVersion version) throws UnreachableException {
        Set<Platform> found = new TreeSet<>();
        for (ToolchainModule.Entry each : listed()) {
            if (each.version().equals(version)) {
                found.add(each.platform());
            }
        }
        return found;
    }

    private Set<ToolchainModule.Entry> listed() throws UnreachableException {
        try {
            return read();
        } catch (IOException | DirectoryIteratorException e) {
            throw unreadable(e);
        }
    }

    private Set<ToolchainModule.Entry> read() throws IOException {
        Path root = root();
        Set<ToolchainModule.Entry> found = new HashSet<>();
        for (String name : names(root, root)) {
            ArchiveName.parse(name)
                    .filter(archive -> archive.equals(ArchiveName.of(archive.version(), archive.platform())))
                    .ifPresent(archive -> found.add(new ToolchainModule.Entry(archive.version(), archive.platform())));
        }
        for (Modules modules : modules()) {
            for (String name : names(modules.files(), root)) {
                if (name.endsWith(".zip")) {
                    ToolchainModule.parseVersion(name.substring(0, name.length() - 4)).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** An archive with a digest first: it can be proven here. A module needs the checksum database. */
    @Override
    public List<Offer> offers(GoVersion version, Platform platform) throws VersionException, UnreachableException {
        try {
            return found(version, platform);
        } catch (VersionException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private List<Offer> found(GoVersion version, Platform platform) throws IOException {
        Path root = root();
        List<Offer> proven = new ArrayList<>();
        List<Offer> others = new ArrayList<>();
        ArchiveName name = ArchiveName.of(version, platform);
        Path file = folder.resolve(name.fileName());
        if (isInside(file, root)) {
            Archive archive = name.archive(Files.size(file));
            List<DigestClaim> claims = digests.of(archive);
            Path signature = folder.resolve(name.fileName() + ".asc");
            Location location = new Location(file.toUri(), claims.isEmpty() ? null : "sha256:" + claims.get(0).sha256(), null,
                    isInside(signature, root) ? signature.toUri() : null);
            (claims.stream().anyMatch(DigestClaim::trusted) ? proven : others).add(new Offer(archive, List.of(location), claims, label()));
        }
        for (Modules modules : modules()) {
            Path zip = modules.files().resolve(ToolchainModule.escape(ToolchainModule.version(version, platform)) + ".zip");
            if (isInside(zip, root)) {
                others.add(0, module(version, platform, zip, modules.tree()));
                break;
            }
        }
        proven.addAll(others);
        if (proven.isEmpty()) {
            throw new VersionException("Go " + version + " for " + platform + " is not in the folder " + folder,
                    "put " + name.fileName() + " there with its .sha256, or a proxy's " + ToolchainModule.file(version, platform, "zip"));
        }
        return proven;
    }

    private Offer module(GoVersion version, Platform platform, Path zip, Path tree) throws IOException {
        String module = ToolchainModule.version(version, platform);
        Archive archive = new Archive(version, platform, Packaging.MODULE_ZIP, module + ".zip", Files.size(zip));
        Location location = new Location(zip.toUri(), "module:" + ToolchainModule.PATH + "@" + module, asBase(tree));
        return new Offer(archive, List.of(location), List.of(), label());
    }

    private static URI asBase(Path tree) {
        String uri = tree.toUri().toString();
        return URI.create(uri.endsWith("/") ? uri : uri + "/");
    }

    /** What this folder says of an archive from elsewhere; empty where that is not to be trusted, or it does not say. */
    Optional<DigestClaim> wordFor(Archive archive) throws UnreachableException {
        try {
            root();
            return digests.of(archive).stream().filter(DigestClaim::trusted).findFirst();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private UnreachableException unreadable(Exception e) {
        return e instanceof UnreachableException known ? known
                : new UnreachableException("The folder " + folder + " cannot be read: " + e.getMessage(), List.of(),
                        "see to its permissions, and whether it is still mounted", e);
    }

    /** Where modules may be, and the proxy's file tree that each place belongs to: it may hold the checksum database. */
    private record Modules(Path tree, Path files) {}

    private List<Modules> modules() {
        Path cache = folder.resolve("cache/download");
        return List.of(new Modules(folder, folder.resolve("golang.org/toolchain/@v")),
                new Modules(cache, cache.resolve("golang.org/toolchain/@v")), new Modules(folder, folder));
    }

    private Path root() throws IOException {
        if (Files.isDirectory(folder)) {
            return folder.toRealPath();
        }
        throw new UnreachableException("The folder " + folder + " is not there", "see whether it is mounted on this node, and how it is spelled");
    }

    private static List<String> names(Path in, Path root) throws IOException {
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(in) || !in.toRealPath().startsWith(root)) {
            return names;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(in)) {
            for (Path file : files) {
                if (isInside(file, root)) {
                    names.add(in.relativize(file).toString());
                }
            }
        }
        return names;
    }

    /** Whether it is a file, and in the folder when every link is followed. */
    static boolean isInside(Path file, Path root) throws IOException {
        return Files.isRegularFile(file) && file.toRealPath().startsWith(root);
    }
}
