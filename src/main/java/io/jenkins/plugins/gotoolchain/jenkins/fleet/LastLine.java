package io.jenkins.plugins.gotoolchain.jenkins.fleet;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A log of which the last line is wanted. */
final class LastLine extends OutputStream {

    private static final int LONGEST = 1000;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LastLine(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n') {
            lines.accept(line.toString(StandardCharsets.UTF_8).strip());
            line.reset();
        } else if (line.size() < LONGEST) {
            line.write(b);
        }
    }
}
