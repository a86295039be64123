package io.jenkins.plugins.gotoolchain.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import com.pholser.junit.quickcheck.From;
import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.generator.GenerationStatus;
import com.pholser.junit.quickcheck.generator.Generator;
import com.pholser.junit.quickcheck.random.SourceOfRandomness;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.BeforeClass;
import org.junit.runner.RunWith;

/** What a real sh makes of the text, with values made of everything that a shell could take for something else. */
@RunWith(JUnitQuickcheck.class)
public class ShTextPropertyTest {

    /** Strings of the characters that shells care about, among others. */
    public static class Nasty extends Generator<String> {
        private static final String CHARACTERS = "'\"\\$`!%^&|;<>()[]{}*?~# \tabcXYZ019=:,.-_/\u00e4\u2019\u4e2d\n";

        public Nasty() {
            super(String.class);
        }

        @Override
        public String generate(SourceOfRandomness random, GenerationStatus status) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(0, 40); i > 0; i--) {
                text.append(CHARACTERS.charAt(random.nextInt(0, CHARACTERS.length() - 1)));
            }
            return text.toString();
        }
    }

    @BeforeClass
    public static void aShellIsHere() {
        assumeTrue("did not run: there is no /bin/sh", new File("/bin/sh").canExecute());
    }

    @Property(trials = 40)
    public void everyValueComesOutAsItWentIn(@From(Nasty.class) String first, @From(Nasty.class) String second,
            @From(Nasty.class) String folder) throws Exception {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("FIRST", first);
        variables.put("SECOND", second);
        GoEnvironment environment = new GoEnvironment(variables, List.of("/x" + folder), List.of("GONE"), false, List.of());

        assertThat(run(EnvironmentFormat.SH.print(environment, SettingOrigins.none()), "before"))
                .containsExactly(first, second, "/x" + folder + ":before", "unset");
    }

    @Property(trials = 3)
    public void anEmptyPathGetsNoEmptyElement(@From(Nasty.class) String folder) throws Exception {
        GoEnvironment environment = new GoEnvironment(Map.of(), List.of("/x" + folder), List.of("GONE"), false, List.of());

        assertThat(run(EnvironmentFormat.SH.print(environment, SettingOrigins.none()), "").get(2)).isEqualTo("/x" + folder);
    }

    /** What a child of that shell sees: FIRST, SECOND, PATH, GONE. */
    private static List<String> run(String text, String path) throws Exception {
        Path file = Files.createTempFile("environment", ".sh");
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", "PATH=\"$2\"; eval \"$(/bin/cat \"$1\")\"; "
                    + "exec /bin/sh -c '/usr/bin/printf \"%s\\0\" \"$FIRST\" \"$SECOND\" \"$PATH\" \"${GONE-unset}\"'",
                    "sh", file.toString(), path);
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().put("GONE", "still here");
            Process process = builder.redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(out).isZero();
            List<String> values = new ArrayList<>(List.of(out.split("\0", -1)));
            values.remove(values.size() - 1);
            return values;
        } finally {
            Files.delete(file);
        }
    }
}
