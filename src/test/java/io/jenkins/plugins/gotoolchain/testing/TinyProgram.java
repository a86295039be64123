package io.jenkins.plugins.gotoolchain.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A real program for linux/amd64 of some two hundred bytes, that hands its arguments to a shell script which it carries.
 * {@code $1} is the first argument.
 */
final class TinyProgram {

    private static final long BASE = 0x400000;
    private static final int HEADERS = 64 + 56;

    private TinyProgram() {}

    static byte[] running(String script) {
        byte[] shell = text("/bin/sh");
        byte[] option = text("-c");
        byte[] code = code(0, 0, 0);
        int shellAt = code.length;
        int optionAt = shellAt + shell.length;
        int scriptAt = optionAt + option.length;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(code(scriptAt, optionAt, shellAt));
        body.writeBytes(shell);
        body.writeBytes(option);
        body.writeBytes(text(script));
        return elf(body.toByteArray());
    }

    /** Puts {@code /bin/sh -c script} before its own arguments on the stack, and becomes that shell. */
    private static byte[] code(int scriptAt, int optionAt, int shellAt) {
        ByteBuffer code = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        put(code, 0x48, 0x8b, 0x04, 0x24); // mov rax, [rsp]
        put(code, 0x48, 0x8d, 0x54, 0xc4, 0x10); // lea rdx, [rsp + rax * 8 + 16]
        put(code, 0x48, 0x8d, 0x0d); // lea rcx, [script]
        code.putInt(scriptAt - code.position() - 4);
        put(code, 0x48, 0x89, 0x0c, 0x24); // mov [rsp], rcx
        put(code, 0x48, 0x8d, 0x0d); // lea rcx, [option]
        code.putInt(optionAt - code.position() - 4);
        put(code, 0x51); // push rcx
        put(code, 0x48, 0x8d, 0x3d); // lea rdi, [shell]
        code.putInt(shellAt - code.position() - 4);
        put(code, 0x57); // push rdi
        put(code, 0x48, 0x89, 0xe6); // mov rsi, rsp
        put(code, 0xb8, 59, 0, 0, 0, 0x0f, 0x05); // execve
        put(code, 0xbf, 126, 0, 0, 0, 0xb8, 60, 0, 0, 0, 0x0f, 0x05); // exit(126)
        return java.util.Arrays.copyOf(code.array(), code.position());
    }

    private static void put(ByteBuffer code, int... bytes) {
        for (int b : bytes) {
            code.put((byte) b);
        }
    }

    private static byte[] text(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] elf(byte[] body) {
        ByteBuffer elf = ByteBuffer.allocate(HEADERS + body.length).order(ByteOrder.LITTLE_ENDIAN);
        put(elf, 0x7f, 'E', 'L', 'F', 2, 1, 1, 0);
        elf.putLong(0);
        elf.putShort((short) 2).putShort((short) 62).putInt(1).putLong(BASE + HEADERS).putLong(64).putLong(0);
        elf.putInt(0).putShort((short) 64).putShort((short) 56).putShort((short) 1);
        elf.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        elf.putInt(1).putInt(5).putLong(0).putLong(BASE).putLong(BASE);
        elf.putLong(HEADERS + body.length).putLong(HEADERS + body.length).putLong(0x1000);
        elf.put(body);
        return elf.array();
    }
}
