package io.jenkins.plugins.gotoolchain.jenkins.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.AssumptionViolatedException;

/**
 * Holds a statement against the schema that in-toto publishes, with the code that in-toto publishes: a Go program of a few
 * lines, which reads it strictly into the messages of {@code statement.proto} and {@code provenance.proto}, and asks them
 * whether they are valid. The modules come through the user's own GOPROXY.
 */
final class SchemaChecker {

    private final Path program;

    private SchemaChecker(Path program) {
        this.program = program;
    }

    static SchemaChecker build(Path folder) throws IOException, InterruptedException {
        for (String file : new String[] {"main.go", "go.mod", "go.sum"}) {
            try (InputStream in = SchemaChecker.class.getResourceAsStream("checker/" + file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
        Path program = folder.resolve("check");
        ProcessBuilder builder =
                new ProcessBuilder("go", "build", "-o", program.toString(), ".").directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("GOTOOLCHAIN", "local");
        builder.environment().put("GOFLAGS", "");
        String said;
        try {
            said = said(builder);
        } catch (IOException e) {
            throw new AssumptionViolatedException("did not run: there is no go on the PATH");
        }
        if (!Files.exists(program)) {
            throw new AssumptionViolatedException("did not run: the program that checks could not be built: " + said);
        }
        return new SchemaChecker(program);
    }

    /** @return {@code valid}, or what is wrong */
    String check(Path statement) throws IOException, InterruptedException {
        return said(new ProcessBuilder(program.toString(), statement.toString()).redirectErrorStream(true));
    }

    private static String said(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor(5, TimeUnit.MINUTES);
        return said;
    }
}
