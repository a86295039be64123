package io.jenkins.plugins.gotoolchain.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a zip field by field, an honest one or one that lies; laid out as Go's own writer does. */
final class RawZip {

    /** What is written of one entry; each field can be made to lie. */
    static final class Member {
        String name;
        String localName;
        byte[] nameBytes;
        int madeBy = 3;
        int mode = 0100644;
        int flags;
        int localFlags;
        int method = 8;
        int localMethod = 8;
        int crc;
        int localCrc;
        long packed;
        long localPacked;
        long size;
        long localSize;
        int disk;
        boolean descriptor = true;
        byte[] descriptorBytes;
        byte[] data;
        byte[] before = {};
        byte[] extra = {};
        byte[] localExtra = {};
        Long offset;
    }

    private final List<Member> members = new ArrayList<>();
    byte[] prefix = {};
    byte[] beforeDirectory = {};
    byte[] comment = {};
    byte[] suffix = {};
    Integer count;
    Integer diskCount;
    Long directorySize;
    Long directoryOffset;

    /** A small toolchain that nothing is wrong with. */
    static RawZip toolchain(String prefix) {
        RawZip zip = new RawZip();
        for (Map.Entry<String, byte[]> file : SmallTree.files().entrySet()) {
            zip.add(prefix + file.getKey(), file.getValue());
        }
        return zip;
    }

    RawZip add(String name, byte[] content) {
        return add(name, content, member -> {});
    }

    RawZip add(String name, byte[] content, Consumer<Member> change) {
        Member member = new Member();
        member.name = name;
        boolean ascii = name.chars().allMatch(c -> c < 0x80);
        member.flags = ascii ? 0 : 1 << 11;
        member.data = deflate(content);
        if (name.endsWith("/")) {
            member.mode = 040755;
            member.method = 0;
            member.data = content;
            member.descriptor = false;
        }
        member.crc = crc(content);
        member.size = content.length;
        member.packed = member.data.length;
        member.localMethod = member.method;
        if (member.descriptor) {
            member.flags |= 8;
        } else {
            member.localCrc = member.crc;
            member.localSize = member.size;
            member.localPacked = member.packed;
        }
        member.localFlags = member.flags;
        change.accept(member);
        members.add(member);
        return this;
    }

    /** Changes an entry that is there already. */
    RawZip change(int index, Consumer<Member> change) {
        change.accept(members.get(index));
        return this;
    }

    static void stored(Member member, byte[] content) {
        member.method = 0;
        member.localMethod = 0;
        member.data = content;
        member.packed = content.length;
    }

    /** Sizes and checksum in the local header, no descriptor. */
    static void plain(Member member) {
        member.descriptor = false;
        member.flags &= ~8;
        member.localFlags &= ~8;
        member.localCrc = member.crc;
        member.localPacked = member.packed;
        member.localSize = member.size;
    }

    static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    static int crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        out.writeBytes(prefix);
        for (Member member : members) {
            out.writeBytes(member.before);
            long offset = member.offset == null ? out.size() : member.offset;
            writeLocal(out, member);
            writeCentral(directory, member, offset);
        }
        out.writeBytes(beforeDirectory);
        long start = out.size();
        out.writeBytes(directory.toByteArray());
        int entries = count == null ? members.size() : count;
        ByteBuffer end = little(22);
        end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
        end.putShort((short) (diskCount == null ? entries : diskCount)).putShort((short) entries);
        end.putInt((int) (directorySize == null ? directory.size() : directorySize));
        end.putInt((int) (directoryOffset == null ? start : directoryOffset));
        end.putShort((short) comment.length);
        out.writeBytes(end.array());
        out.writeBytes(comment);
        out.writeBytes(suffix);
        return out.toByteArray();
    }

    private static byte[] name(Member member, String name) {
        return member.nameBytes != null ? member.nameBytes : name.getBytes(StandardCharsets.UTF_8);
    }

    private static void writeLocal(ByteArrayOutputStream out, Member member) {
        byte[] name = name(member, member.localName == null ? member.name : member.localName);
        ByteBuffer header = little(30);
        header.putInt(0x04034b50).putShort((short) 20).putShort((short) member.localFlags);
        header.putShort((short) member.localMethod).putInt(0);
        header.putInt(member.localCrc).putInt((int) member.localPacked).putInt((int) member.localSize);
        header.putShort((short) name.length).putShort((short) member.localExtra.length);
        out.writeBytes(header.array());
        out.writeBytes(name);
        out.writeBytes(member.localExtra);
        out.writeBytes(member.data);
        if (member.descriptorBytes != null) {
            out.writeBytes(member.descriptorBytes);
        } else if (member.descriptor) {
            ByteBuffer descriptor = little(16);
            descriptor.putInt(0x08074b50).putInt(member.crc).putInt((int) member.packed).putInt((int) member.size);
            out.writeBytes(descriptor.array());
        }
    }

    private static void writeCentral(ByteArrayOutputStream out, Member member, long offset) {
        byte[] name = name(member, member.name);
        ByteBuffer header = little(46);
        header.putInt(0x02014b50).putShort((short) (member.madeBy << 8 | 20)).putShort((short) 20);
        header.putShort((short) member.flags).putShort((short) member.method).putInt(0);
        header.putInt(member.crc).putInt((int) member.packed).putInt((int) member.size);
        header.putShort((short) name.length).putShort((short) member.extra.length).putShort((short) 0);
        header.putShort((short) member.disk).putShort((short) 0).putInt(member.mode << 16).putInt((int) offset);
        out.writeBytes(header.array());
        out.writeBytes(name);
        out.writeBytes(member.extra);
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    Path in(Path folder) throws IOException {
        return Files.write(folder.resolve("archive.zip"), bytes());
    }
}
