package io.jenkins.plugins.gotoolchain.source;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code go env GOPROXY} of a Go that is there, away from any module that could make it switch to another
 * toolchain, and no longer than it may take.
 */
final class GoEnvProcess implements UserGoProxy.GoCommand {

    private final Duration limit;

    GoEnvProcess(Duration limit) {
        this.limit = limit;
    }

    @Override
    public String goproxy(Path go) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(go.toString(), "env", "GOPROXY");
        builder.environment().put("GOTOOLCHAIN", "local");
        builder.environment().put("GOWORK", "off");
        builder.directory(new File(System.getProperty("java.io.tmpdir")));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return null;
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                return null;
            }
            try (InputStream out = process.getInputStream()) {
                return new String(out.readNBytes(64 << 10), StandardCharsets.UTF_8).strip();
            }
        } catch (IOException e) {
            return null;
        } finally {
            process.destroyForcibly();
        }
    }
}
