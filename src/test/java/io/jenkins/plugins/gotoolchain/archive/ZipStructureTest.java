package io.jenkins.plugins.gotoolchain.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Zips that can be read in more than one way, or that say what is not so. */
public class ZipStructureTest {

    private static final int LAST = 2;
    private static final byte[] CONTENT = SmallTree.utf8("package x, package x, package x\n");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Unpacker unpacker = new ModuleZipUnpacker();
    private Workbench bench;

    @Before
    public void prepare() throws IOException {
        bench = new Workbench(folder);
    }

    @Test
    public void whatIsNoZipIsRefused() throws Exception {
        assertThat(bench.refused(unpacker, SmallTree.utf8("<html>not here, but for longer than that</html>")))
                .contains("is no zip");
        assertThat(bench.refused(unpacker, new byte[0])).contains("too short");
    }

    @Test
    public void aZipCutOffAnywhereIsRefused() throws Exception {
        byte[] archive = zip().bytes();
        for (int length = 0; length < archive.length; length += 5) {
            assertThat(new Workbench(folder).refused(unpacker, Arrays.copyOf(archive, length))).isNotEmpty();
        }
    }

    @Test
    public void somethingAfterTheEndIsRefused() throws Exception {
        assertThat(refused(zip -> zip.suffix = new byte[] {1})).contains("after its end");
    }

    @Test
    public void aCommentIsRefusedSinceItCanHideAnotherEnd() throws Exception {
        assertThat(refused(zip -> zip.comment = new byte[40])).contains("after its end");
    }

    @Test
    public void somethingBeforeTheFirstEntryIsRefused() throws Exception {
        assertThat(refused(zip -> zip.prefix = SmallTree.utf8("#!/bin/sh\n"))).contains("before its first entry");
    }

    @Test
    public void somethingBetweenEntriesIsRefused() throws Exception {
        assertThat(refused(zip -> zip.change(1, member -> member.before = new byte[10])))
                .contains("does not end where the next one begins");
    }

    @Test
    public void somethingBetweenTheLastEntryAndTheDirectoryIsRefused() throws Exception {
        assertThat(refused(zip -> zip.beforeDirectory = new byte[64])).contains("does not end where the next one begins");
    }

    @Test
    public void anEntryThatOverlapsAnotherIsRefused() throws Exception {
        assertThat(refused(zip -> zip.change(1, member -> member.offset = 0L))).contains("overlaps another entry");
        assertThat(refused(zip -> zip.change(1, member -> member.offset = 3L))).isNotEmpty();
    }

    @Test
    public void anEntryThatHidesAnotherInItsDataIsRefused() throws Exception {
        RawZip zip = zip();
        byte[] hidden = new RawZip().add(SmallTree.MODULE + "hidden", CONTENT).bytes();
        zip.add(SmallTree.MODULE + "outer", hidden, member -> RawZip.stored(member, hidden));
        int outer = zip.bytes().length;
        long start = indexOf(zip.bytes(), hidden);
        assertThat(outer).isPositive();
        zip.add(SmallTree.MODULE + "hidden", CONTENT, member -> member.offset = start);
        assertThat(bench.refused(unpacker, zip.bytes())).contains("does not end where the next one begins");
    }

    @Test
    public void anEntryBeyondTheDirectoryIsRefused() throws Exception {
        assertThat(refused(zip -> zip.change(1, member -> member.offset = 1_000_000L))).contains("overlaps");
    }

    @Test
    public void encryptedEntriesAreRefused() throws Exception {
        for (int bit : new int[] {0, 6, 13}) {
            assertThat(refused(zip -> zip.change(LAST, member -> member.flags |= 1 << bit))).contains("is encrypted");
            assertThat(refused(zip -> zip.change(LAST, member -> member.localFlags |= 1 << bit)))
                    .contains("described in two ways");
        }
    }

    @Test
    public void otherMethodsAreRefused() throws Exception {
        for (int method : new int[] {1, 9, 12, 14, 93, 99}) {
            assertThat(refused(zip -> zip.change(LAST, member -> member.method = method)))
                    .contains("(" + method + ") that Go does not use");
        }
        assertThat(refused(zip -> zip.change(LAST, member -> member.localMethod = 0))).contains("in two ways");
    }

    @Test
    public void zip64IsRefused() throws Exception {
        assertThat(refused(zip -> zip.count = 0xffff)).contains("zip64");
        assertThat(refused(zip -> zip.directorySize = 0xffffffffL)).contains("zip64");
        assertThat(refused(zip -> zip.directoryOffset = 0xffffffffL)).contains("zip64");
        assertThat(refused(zip -> zip.change(LAST, member -> member.size = 0xffffffffL))).contains("zip64");
        assertThat(refused(zip -> zip.change(LAST, member -> member.packed = 0xffffffffL))).contains("zip64");
        assertThat(refused(zip -> zip.change(LAST, member -> member.offset = 0xffffffffL))).contains("zip64");
        assertThat(refused(zip -> zip.change(LAST, member -> member.extra = extra(1, 8)))).contains("extra fields");
    }

    @Test
    public void aSecondNameInTheExtraFieldsIsRefused() throws Exception {
        assertThat(refused(zip -> zip.change(LAST, member -> member.extra = extra(0x7075, 9)))).contains("extra fields");
    }

    @Test
    public void extraFieldsThatEndTooEarlyAreRefused() throws Exception {
        byte[] cut = Arrays.copyOf(extra(0x5455, 5), 7);
        assertThat(refused(zip -> zip.change(LAST, member -> member.extra = cut))).contains("damaged extra fields");
        assertThat(refused(zip -> zip.change(LAST, member -> member.extra = new byte[3]))).contains("damaged extra");
    }

    @Test
    public void aZipOfSeveralDisksIsRefused() throws Exception {
        assertThat(refused(zip -> zip.diskCount = 1)).contains("several disks");
        assertThat(refused(zip -> zip.change(LAST, member -> member.disk = 1))).contains("another disk");
    }

    @Test
    public void aDirectoryElsewhereIsRefused() throws Exception {
        assertThat(refused(zip -> zip.directoryOffset = 0L)).contains("not where its end says");
        assertThat(refused(zip -> zip.directorySize = 10L)).contains("not where its end says");
    }

    @Test
    public void aDirectoryThatTakesUpMemoryIsRefused() throws Exception {
        assertThat(refused(zip -> {
                    for (int i = 0; i < 130; i++) {
                        zip.add(SmallTree.MODULE + i, CONTENT, member -> member.extra = extra(0x9999, 65_000));
                    }
                }))
                .contains("its directory has more than 8388608 bytes");
    }

    @Test
    public void aWrongCountIsRefused() throws Exception {
        assertThat(refused(zip -> zip.count = 2)).contains("more in it than its 2 entries");
        assertThat(refused(zip -> zip.count = 4)).contains("damaged at entry 4");
        assertThat(refused(zip -> zip.count = 0)).isNotEmpty();
    }

    @Test
    public void anotherNameInTheLocalHeaderIsRefused() throws Exception {
        assertThat(refused(zip -> zip.change(LAST, member -> member.localName = member.name.replace("print", "other"))))
                .contains("in two ways that differ");
    }

    @Test
    public void otherSizesInTheLocalHeaderAreRefused() throws Exception {
        assertThat(refused(zip -> zip.change(LAST, RawZip::plain).change(LAST, member -> member.localSize++)))
                .contains("in two ways that differ");
        assertThat(refused(zip -> zip.change(LAST, RawZip::plain).change(LAST, member -> member.localPacked++)))
                .contains("in two ways that differ");
        assertThat(refused(zip -> zip.change(LAST, RawZip::plain).change(LAST, member -> member.localCrc++)))
                .contains("in two ways that differ");
        assertThat(refused(zip -> zip.change(LAST, member -> member.localSize = 7))).contains("in two ways that differ");
    }

    @Test
    public void anotherDescriptorIsRefused() throws Exception {
        assertThat(refused(zip -> zip.change(LAST, member -> member.descriptorBytes = new byte[16])))
                .contains("in two ways that differ");
        assertThat(refused(zip -> zip.change(LAST, member -> member.descriptorBytes = new byte[12])))
                .contains("in two ways that differ");
        assertThat(refused(zip -> zip.change(LAST, member -> member.descriptorBytes = new byte[20])))
                .contains("does not end where");
    }

    @Test
    public void aDescriptorWithoutItsSignatureIsRead() throws Exception {
        RawZip zip = zip().change(LAST, member -> {
            ByteBuffer descriptor = RawZip.little(12);
            descriptor.putInt(member.crc).putInt((int) member.packed).putInt((int) member.size);
            member.descriptorBytes = descriptor.array();
        });
        assertThat(bench.unpack(unpacker, zip.bytes()).manifest().files()).isEqualTo(3);
    }

    @Test
    public void entriesWithSizesInTheLocalHeaderAreRead() throws Exception {
        RawZip zip = zip().change(0, RawZip::plain).change(1, RawZip::plain).change(LAST, RawZip::plain);
        assertThat(bench.unpack(unpacker, zip.bytes()).manifest().files()).isEqualTo(3);
    }

    @Test
    public void storedEntriesAreRead() throws Exception {
        byte[] content = new byte[700_000];
        Arrays.fill(content, (byte) 'x');
        RawZip zip = zip().add(SmallTree.MODULE + "stored", content, member -> RawZip.stored(member, content));
        bench.unpack(unpacker, zip.bytes());
        assertThat(bench.staging.resolve("stored")).hasBinaryContent(content);
    }

    @Test
    public void aWrongChecksumIsRefused() throws Exception {
        assertThat(refused(zip -> zip.change(LAST, member -> member.crc++))).contains("checksum");
    }

    @Test
    public void anEntryThatUnpacksToMoreThanItSaysIsRefused() throws Exception {
        byte[] bomb = new byte[40 << 20];
        RawZip zip = zip().add(SmallTree.MODULE + "bomb", bomb, member -> member.size = 1000);
        assertThat(bench.refused(unpacker, zip.bytes())).contains("unpacks to more than it says");
        assertThat(Files.size(bench.staging.resolve("bomb"))).isLessThan(1 << 20);
    }

    @Test
    public void anEntryThatUnpacksToLessThanItSaysIsRefused() throws Exception {
        assertThat(refused(zip -> zip.change(LAST, member -> member.size++))).contains("does not unpack to the size");
    }

    @Test
    public void somethingAfterTheEndOfAnEntrysDataIsRefused() throws Exception {
        assertThat(refused(zip -> zip.change(LAST, member -> {
                    member.data = Arrays.copyOf(member.data, member.data.length + 3);
                    member.packed += 3;
                })))
                .contains("does not unpack to the size");
    }

    @Test
    public void anEntryThatIsCutOffIsRefused() throws Exception {
        assertThat(refused(zip -> zip.change(LAST, member -> {
                    member.data = Arrays.copyOf(member.data, member.data.length - 3);
                    member.packed -= 3;
                })))
                .contains("does not unpack to the size");
    }

    @Test
    public void damagedDataIsRefused() throws Exception {
        assertThat(refused(zip -> zip.change(LAST, member -> Arrays.fill(member.data, (byte) 0xff))))
                .contains("is damaged");
    }

    @Test
    public void aPackedSizeThatWrapsAroundIsRefused() throws Exception {
        for (long size = 0xffffffe0L; size < 0xffffffffL; size++) {
            long packed = size;
            RawZip zip = zip().change(LAST, member -> member.packed = packed);
            assertThat(new Workbench(folder).refused(unpacker, zip.bytes())).contains("does not end where");
        }
    }

    @Test
    public void storedEntriesWithTwoSizesAreRefused() throws Exception {
        assertThat(refused(zip -> zip.change(LAST, member -> {
                    member.method = 0;
                    member.localMethod = 0;
                })))
                .contains("two sizes");
    }

    @Test
    public void linksAndDevicesAreRefused() throws Exception {
        assertThat(refused(zip -> zip.change(LAST, member -> member.mode = 0120777))).contains("is a link");
        for (int kind : new int[] {010000, 020000, 060000, 0140000, 040000}) {
            assertThat(refused(zip -> zip.change(LAST, member -> member.mode = kind | 0644)))
                    .contains("neither file nor folder");
        }
    }

    @Test
    public void namesThatAreNotUtf8AreRefused() throws Exception {
        byte[] latin = (SmallTree.MODULE + "src/\u00e4.go").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(refused(zip -> zip.change(LAST, member -> member.nameBytes = latin))).contains("not UTF-8");
        assertThat(refused(zip -> zip.change(LAST, member -> {
                    member.nameBytes = latin;
                    member.flags |= 1 << 11;
                })))
                .contains("not UTF-8");
    }

    @Test
    public void aNameWithNulIsRefused() throws Exception {
        assertThat(refused(zip -> zip.add(SmallTree.MODULE + "a\0b", CONTENT))).contains("neither plain ASCII");
    }

    @Test
    public void moreEntriesThanAllowedAreRefused() throws Exception {
        assertThat(bench.refused(unpacker, zip().bytes(), SmallTree.SHAPE, new UnpackLimits(2, 9999, 9999, 400)))
                .contains("more than 2 entries");
    }

    @Test
    public void moreBytesThanAllowedAreRefusedBeforeAnyIsWritten() throws Exception {
        UnpackLimits limits = new UnpackLimits(9, 50, 40, 400);
        assertThat(bench.refused(unpacker, zip().bytes(), SmallTree.SHAPE, limits)).contains("more than 50 bytes");
        assertThat(new Workbench(folder)
                        .refused(unpacker, zip().bytes(), SmallTree.SHAPE, new UnpackLimits(9, 50, 20, 400)))
                .contains("more than 20 bytes");
        assertThat(bench.found()).isEmpty();
    }

    private static RawZip zip() {
        return RawZip.toolchain(SmallTree.MODULE);
    }

    private String refused(Consumer<RawZip> lie) throws IOException, InterruptedException {
        RawZip zip = zip();
        lie.accept(zip);
        return new Workbench(folder).refused(unpacker, zip.bytes());
    }

    private static byte[] extra(int id, int size) {
        return RawZip.little(4 + size).putShort((short) id).putShort((short) size).array();
    }

    private static long indexOf(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not in it");
    }
}
