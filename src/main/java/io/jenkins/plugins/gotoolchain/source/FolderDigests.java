package io.jenkins.plugins.gotoolchain.source;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.release.Archive;
import io.jenkins.plugins.gotoolchain.release.DigestClaim;
import io.jenkins.plugins.gotoolchain.release.IndexedFile;
import io.jenkins.plugins.gotoolchain.release.ReleaseIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the files of a folder say the digests of its archives are. All of them count: they must agree. */
final class FolderDigests {

    private static final int MOST_OF_TEXT = 4 << 20;

    private final Path folder;
    private final boolean trusted;

    FolderDigests(Path folder, boolean trusted) {
        this.folder = folder;
        this.trusted = trusted;
    }

    List<DigestClaim> of(Archive archive) throws IOException {
        Path root = folder.toRealPath();
        List<DigestClaim> claims = new ArrayList<>();
        Path beside = folder.resolve(archive.fileName() + ".sha256");
        if (ArchiveFolder.isInside(beside, root)) {
            add(claims, DigestText.beside(text(beside), archive.fileName()), beside);
        }
        Path list = folder.resolve("SHA256SUMS");
        if (ArchiveFolder.isInside(list, root)) {
            add(claims, DigestText.inList(text(list), archive.fileName()), list);
        }
        Path index = folder.resolve("index.json");
        if (ArchiveFolder.isInside(index, root)) {
            try (InputStream in = Files.newInputStream(index)) {
                add(claims, ReleaseIndex.parse(in).file(archive.version(), archive.platform())
                        .filter(file -> file.fileName().equals(archive.fileName()))
                        .map(IndexedFile::sha256).orElse(null), index);
            } catch (UnreachableException e) {
                throw new UnreachableException(index + ": " + e.problem(), e.tried(), "replace it by a copy of the download site's index, or remove it", e);
            }
        }
        return claims;
    }

    private void add(List<DigestClaim> claims, String digest, Path from) {
        if (DigestClaim.isSha256(digest)) {
            claims.add(new DigestClaim(digest, DigestClaim.Kind.FOLDER, from.toString(), trusted));
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_OF_TEXT), StandardCharsets.UTF_8);
        }
    }
}
