package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What the two kinds of zip have in common: all names are checked before the first file is written. */
final class ZipArchive {

    /** What a kind of zip means by its entries. */
    interface Layout {

        /** The folder that all entries are under, with the slash at its end. */
        String prefix();

        /** A second path for the same content; null for none. */
        String copyOf(String path);

        boolean isExecutable(ZipMember member, String path);
    }

    private final Path archive;
    private final Layout layout;
    private final UnpackLimits limits;
    private final Refusal refusal;

    ZipArchive(Path archive, Layout layout, UnpackLimits limits) {
        this.archive = archive;
        this.layout = layout;
        this.limits = limits;
        refusal = new Refusal(archive);
    }

    Unpacked unpack(Path staging, ToolchainShape shape, UnpackProgress progress)
            throws VerificationException, StoreException, InterruptedException {
        try (FileChannel file = FileChannel.open(archive, StandardOpenOption.READ)) {
            List<ZipMember> members = new CentralDirectory(file, refusal, limits).read();
            List<Placement> placements = place(members);
            Unpacked unpacked = new ZipTree(new Staging(staging), file, refusal, progress).unpack(members, placements);
            new ShapeCheck(staging, shape, refusal).check(unpacked.manifest());
            return unpacked;
        } catch (VerificationException | StoreException e) {
            throw e;
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw new InterruptedException("unpacking was interrupted");
        } catch (IOException e) {
            throw refusal.unreadable(e);
        }
    }

    private List<Placement> place(List<ZipMember> members) throws VerificationException {
        NameBook names = new NameBook(refusal);
        List<Placement> placements = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            ZipMember member = members.get(i);
            String path = PrefixedName.path(member.name(), layout.prefix(), limits, refusal);
            if (!member.isFolder()) {
                names.file(path);
                String copy = layout.copyOf(path);
                if (copy != null) {
                    names.file(copy);
                }
                boolean leftOut = LocalNames.leavesOut(path);
                placements.add(new Placement(
                        member, leftOut ? null : path, copy, layout.isExecutable(member, path), i));
            } else if (!path.isEmpty()) {
                names.folder(path);
            }
        }
        return placements;
    }
}
