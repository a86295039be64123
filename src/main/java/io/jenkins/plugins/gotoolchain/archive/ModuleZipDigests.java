package io.jenkins.plugins.gotoolchain.archive;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads the zip of the module {@code golang.org/toolchain} as it would be unpacked, on two threads and under the same
 * limits, and writes nothing: for who keeps the zip itself.
 */
public final class ModuleZipDigests {

    private static final int BUFFER = 256 << 10;

    private final Path archive;
    private final ToolchainShape shape;
    private final UnpackLimits limits;
    private final Refusal refusal;

    public ModuleZipDigests(Path archive, ToolchainShape shape, UnpackLimits limits) {
        this.archive = archive;
        this.shape = shape;
        this.limits = limits;
        this.refusal = new Refusal(archive);
    }

    /**
     * Every file of it, in the order of the zip.
     *
     * @throws VerificationException where the zip is damaged or unsafe
     * @throws StoreException where it cannot be read
     */
    public List<StoredFile> read() throws VerificationException, StoreException, InterruptedException {
        try (FileChannel file = FileChannel.open(archive, StandardOpenOption.READ)) {
            List<ZipMember> members = new CentralDirectory(file, refusal, limits).read();
            checkNames(members);
            String[] digests = digests(members, file);
            List<StoredFile> stored = new ArrayList<>(digests.length);
            for (int i = 0; i < digests.length; i++) {
                stored.add(new StoredFile(members.get(i).name(), digests[i]));
            }
            return stored;
        } catch (VerificationException | StoreException e) {
            throw e;
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw new InterruptedException("reading was interrupted");
        } catch (IOException e) {
            throw refusal.unreadable(e);
        }
    }

    private void checkNames(List<ZipMember> members) throws VerificationException {
        NameBook names = new NameBook(refusal);
        for (ZipMember member : members) {
            String path = PrefixedName.path(member.name(), shape.modulePrefix(), limits, refusal);
            if (!member.isFolder()) {
                names.file(path);
            } else if (!path.isEmpty()) {
                names.folder(path);
            }
        }
    }

    private String[] digests(List<ZipMember> members, FileChannel file)
            throws VerificationException, StoreException, InterruptedException {
        String[] digests = new String[members.size()];
        AtomicInteger next = new AtomicInteger();
        Crew crew = new Crew(1, () -> {});
        crew.run(number -> {
            try (MemberReader reader = new MemberReader(file, refusal, BUFFER)) {
                for (int i = next.getAndIncrement(); i < digests.length && !crew.stopped(); i = next.getAndIncrement()) {
                    MessageDigest sha256 = Sha256.start();
                    reader.read(members.get(i), sha256::update);
                    digests[i] = Sha256.hex(sha256);
                }
            }
        });
        return digests;
    }
}
