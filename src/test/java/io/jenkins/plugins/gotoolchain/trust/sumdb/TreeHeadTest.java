package io.jenkins.plugins.gotoolchain.trust.sumdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.Test;

public class TreeHeadTest {

    private static final String ROOT = "nND/nri/U0xuHUrYSy0HtMeal2vzD9V4k/BO79C+QeI=";

    @Test
    public void sizeAndRootAreRead() throws Exception {
        TreeHead head = TreeHead.parse("go.sum database tree\n66398721\n" + ROOT + "\n", "the note");

        assertThat(head.size()).isEqualTo(66_398_721);
        assertThat(head.root()).hasToString(ROOT);
        assertThat(head.note()).isEqualTo("the note");
    }

    @Test
    public void linesOfALaterFormatAreIgnored() throws Exception {
        assertThat(TreeHead.parse("go.sum database tree\n2\n" + ROOT + "\nand more\n", "").size()).isEqualTo(2);
    }

    @Test
    public void whatIsNoTreeHeadIsMalformed() {
        String first = "go.sum database tree\n";
        String[] malformed = {
            "", "go.sum database tree", first, first + "2\n", first + "2\n" + ROOT, "another tree\n2\n" + ROOT + "\n",
            first + "-1\n" + ROOT + "\n", first + "+2\n" + ROOT + "\n", first + "02\n" + ROOT + "\n",
            first + "\n" + ROOT + "\n", first + "2 \n" + ROOT + "\n", first + "9223372036854775808\n" + ROOT + "\n",
            first + "2\n" + ROOT.substring(1) + "\n", first + "2\nAAAA\n", first + "2\n" + ROOT + " \n",
            first + "2\n" + ROOT.replace("QeI=", "QeJ=") + "\n", first + "2\n" + ROOT.replace("=", "") + "\n",
        };
        for (String text : malformed) {
            assertThatExceptionOfType(MalformedException.class).as(text).isThrownBy(() -> TreeHead.parse(text, ""));
        }
    }
}
