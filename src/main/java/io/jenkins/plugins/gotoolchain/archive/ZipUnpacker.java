package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Unpacks a download site's zip (Windows): everything is under {@code go/}, modes are in the archive or do not matter. */
public final class ZipUnpacker implements Unpacker {

    @Override
    public Unpacked unpack(
            Path archive, Path staging, ToolchainShape shape, UnpackLimits limits, UnpackProgress progress)
            throws VerificationException, StoreException, InterruptedException {
        Refusal refusal = new Refusal(archive);
        try (FileChannel file = FileChannel.open(archive, StandardOpenOption.READ)) {
            List<ZipMember> members = new CentralDirectory(file, refusal, limits).read();
            List<Placement> placements = place(members, limits, refusal);
            Unpacked unpacked = new ZipTree(staging, file, file.size(), refusal, progress).unpack(members, placements);
            new ShapeCheck(staging, shape, refusal).check(unpacked.manifest());
            return unpacked;
        } catch (VerificationException | StoreException e) {
            throw e;
        } catch (IOException e) {
            throw refusal.unreadable(e);
        }
    }

    private static List<Placement> place(List<ZipMember> members, UnpackLimits limits, Refusal refusal)
            throws VerificationException {
        NameBook names = new NameBook(refusal);
        List<Placement> placements = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            ZipMember member = members.get(i);
            String path = PrefixedName.path(member.name(), "go/", limits, refusal);
            if (member.isFolder()) {
                if (!path.isEmpty()) {
                    names.folder(path);
                }
                continue;
            }
            names.file(path);
            boolean executable = (member.mode() & 0100) != 0 || ModuleZipUnpacker.isExecutable(path);
            placements.add(new Placement(member, path, null, executable, i));
        }
        return placements;
    }
}
