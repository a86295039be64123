package io.jenkins.plugins.gotoolchain.release;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What a node says about itself, put down for a test. */
final class Node implements NodeFacts.Probe {

    private final String osName;
    private final String osArch;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, String> commands = new HashMap<>();

    Node(String osName, String osArch) {
        this.osName = osName;
        this.osArch = osArch;
    }

    NodeFacts facts() {
        return new NodeFacts(osName, osArch, environment, this);
    }

    Node variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Node file(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Node shell(byte[] elf) {
        files.put("/bin/sh", elf);
        return this;
    }

    Node kernel(String arch) {
        return file("/proc/sys/kernel/arch", arch + "\n");
    }

    Node command(String line, String output) {
        commands.put(line, output);
        return this;
    }

    @Override
    public byte[] read(String path, int max) {
        byte[] bytes = files.get(path);
        return bytes == null ? null : Arrays.copyOf(bytes, Math.min(bytes.length, max));
    }

    @Override
    public String run(String... command) {
        return commands.getOrDefault(String.join(" ", command), "");
    }

    /** The start of a program, laid out as linkers do: header, table of segments, name of the loader. */
    static byte[] elf(int bits, ByteOrder order, int machine, String loader) {
        boolean wide = bits == 64;
        ByteBuffer out = ByteBuffer.allocate(512).order(order);
        out.put(new byte[] {0x7f, 'E', 'L', 'F', (byte) (wide ? 2 : 1), (byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 2)});
        out.putShort(18, (short) machine);
        int table = wide ? 64 : 52;
        int size = wide ? 56 : 32;
        int name = table + 2 * size;
        if (wide) {
            out.putLong(32, table).putShort(54, (short) size).putShort(56, (short) 2);
        } else {
            out.putInt(28, table).putShort(42, (short) size).putShort(44, (short) 2);
        }
        int second = table + size;
        out.putInt(table, 6).putInt(second, loader.isEmpty() ? 1 : 3);
        if (wide) {
            out.putLong(second + 8, name).putLong(second + 32, loader.length() + 1);
        } else {
            out.putInt(second + 4, name).putInt(second + 16, loader.length() + 1);
        }
        out.position(name);
        out.put(loader.getBytes(StandardCharsets.ISO_8859_1));
        return out.array();
    }

    static byte[] elf64(int machine, String loader) {
        return elf(64, ByteOrder.LITTLE_ENDIAN, machine, loader);
    }

    static byte[] elf32(int machine, String loader) {
        return elf(32, ByteOrder.LITTLE_ENDIAN, machine, loader);
    }
}
