package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Unpacks the zip of the module {@code golang.org/toolchain} to the tree that the go command makes of it
 * ({@code cmd/go/internal/toolchain/select.go}): each {@code _go.mod} is kept and copied to {@code go.mod}, and what is
 * in {@code bin} and {@code pkg/tool}, and the {@code go_*_*_exec} below {@code lib}, becomes executable.
 */
public final class ModuleZipUnpacker implements Unpacker {

    @Override
    public Unpacked unpack(
            Path archive, Path staging, ToolchainShape shape, UnpackLimits limits, UnpackProgress progress)
            throws VerificationException, StoreException, InterruptedException {
        Refusal refusal = new Refusal(archive);
        try (FileChannel file = FileChannel.open(archive, StandardOpenOption.READ)) {
            List<ZipMember> members = new CentralDirectory(file, refusal, limits).read();
            List<Placement> placements = place(members, shape.modulePrefix(), limits, refusal);
            Unpacked unpacked = new ZipTree(staging, file, file.size(), refusal, progress).unpack(members, placements);
            new ShapeCheck(staging, shape, refusal).check(unpacked.manifest());
            return unpacked;
        } catch (VerificationException | StoreException e) {
            throw e;
        } catch (IOException e) {
            throw refusal.unreadable(e);
        }
    }

    private static List<Placement> place(
            List<ZipMember> members, String prefix, UnpackLimits limits, Refusal refusal) throws VerificationException {
        NameBook names = new NameBook(refusal);
        List<Placement> placements = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            ZipMember member = members.get(i);
            String path = PrefixedName.path(member.name(), prefix, limits, refusal);
            if (member.isFolder()) {
                if (!path.isEmpty()) {
                    names.folder(path);
                }
                continue;
            }
            names.file(path);
            String copy = null;
            if (path.endsWith("/_go.mod") || path.equals("_go.mod")) {
                copy = path.substring(0, path.length() - "_go.mod".length()) + "go.mod";
                names.file(copy);
            }
            placements.add(new Placement(member, path, copy, isExecutable(path), i));
        }
        return placements;
    }

    static boolean isExecutable(String path) {
        return path.startsWith("bin/")
                || path.startsWith("pkg/tool/")
                || path.startsWith("lib/") && isExecWrapper(path.substring(path.lastIndexOf('/') + 1));
    }

    /** The pattern {@code go_?*_?*_exec} without its engine. */
    private static boolean isExecWrapper(String name) {
        if (!name.startsWith("go_") || !name.endsWith("_exec")) {
            return false;
        }
        int end = name.length() - "_exec".length();
        int between = name.indexOf('_', 4);
        return between > 0 && between + 1 < end;
    }
}
