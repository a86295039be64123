package io.jenkins.plugins.gotoolchain.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.generator.InRange;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.runner.RunWith;

/** Whatever bytes a workspace has: the readers throw nothing but their own, and say which file. */
@RunWith(JUnitQuickcheck.class)
public class VersionFilesPropertyTest {

    private static final String[] PIECES = {
        "go", "toolchain", "module", "require", "golang", "use", "default", "1.24", "1.24.1", "go1.24.1", "1.25rc1", " ",
        " ", " ", "\t", "\n", "\n", "\n", "\r\n", "(", ")", "[", ",", "\"", "`", "//", "/*", "#", "\\", "=>", "\0", "é",
        "go1.24.1-x", "0", ".", "x"
    };

    private static String fileLike(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private interface Reader {
        Request read() throws VersionException;
    }

    private static void survives(String name, Reader reader) {
        try {
            Request request = reader.read();
            assertThat(request.selector()).isNotInstanceOf(VersionSelector.InFile.class);
            assertThat(request.origin()).startsWith(name + ":");
        } catch (VersionException e) {
            assertThat(e.problem()).startsWith(name).hasLineCount(1);
            assertThat(e.advice()).isNotEmpty();
        }
    }

    private static void survives(String text) {
        survives("go.mod", () -> ModuleFile.parse("go.mod", text).request());
        survives(".go-version", () -> GoVersionFile.read(".go-version", text));
        survives(".tool-versions", () -> ToolVersionsFile.read(".tool-versions", text));
    }

    @Property(trials = 2000)
    public void textMadeOfTheirWords(@InRange(min = "0") long seed) {
        survives(fileLike(new Random(seed)));
    }

    @Property(trials = 300)
    public void anyText(String text) {
        survives(text);
    }

    @Property(trials = 300)
    public void anyBytes(@InRange(min = "0") long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        survives(new String(bytes, StandardCharsets.UTF_8));
    }
}
