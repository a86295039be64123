package io.jenkins.plugins.gotoolchain.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.pholser.junit.quickcheck.From;
import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.generator.GenerationStatus;
import com.pholser.junit.quickcheck.generator.Generator;
import com.pholser.junit.quickcheck.random.SourceOfRandomness;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import org.junit.runner.RunWith;

/** Whatever is written where a source is wanted: a source, or an error of the project's own, and never a password. */
@RunWith(JUnitQuickcheck.class)
public class SourceSyntaxPropertyTest {

    /** Pieces of URLs and lists in any order, with a password among them. */
    public static class Written extends Generator<String> {
        private static final String[] PIECES = {"https://", "http://", "goproxy:", "file:", "file://", "bob:", "hunter2@", "bob:hunter2@",
            "host", "my_host", ".example", ":80", ":x", "/", "//", "\\\\server\\share", "C:\\", "?", "#", "|", ",", "direct", "off",
            " ", "%", "%zz", "%20", "[::1]", "[", "@", "\u0000", "\n", "\u00e4", "..", "?token=tok3n"};

        public Written() {
            super(String.class);
        }

        @Override
        public String generate(SourceOfRandomness random, GenerationStatus status) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(0, 9); i > 0; i--) {
                text.append(PIECES[random.nextInt(0, PIECES.length - 1)]);
            }
            return text.toString();
        }
    }

    @Property(trials = 3000)
    public void noErrorButItsOwnAndNoPasswordInAUrlIsPrinted(@From(Written.class) String text) {
        for (String prefix : new String[] {"", "goproxy:https://bob:hunter2@", "https://bob:hunter2@"}) {
            try {
                SourceSpec spec = SourceSpec.parse(prefix + text);
                if (spec.kind() != SourceKind.ARCHIVE_FOLDER) {
                    assertThat(spec.toString()).as(prefix + text).doesNotContain("bob:hunter2@");
                }
                assertThat(spec.logins().toString()).doesNotContain("hunter2");
            } catch (ConfigurationException e) {
                assertThat(e.getMessage()).as(prefix + text).doesNotContain("bob:hunter2@").doesNotContain("tok3n");
            }
        }
    }
}
