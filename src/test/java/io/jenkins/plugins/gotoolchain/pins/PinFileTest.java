package io.jenkins.plugins.gotoolchain.pins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import org.junit.Test;

public class PinFileTest {

    private static final String SHA = "cb2396bae64183cdccf81a9a6df0aea3bce9511fc21469fb89a0c00470088073";
    private static final String H1 = "h1:+AbJFFR/Yl0P7OUo47KYyCkJGQwVW2QsKjfJalHZRnM=";
    private static final Platform LINUX = new Platform("linux", "amd64");
    private static final Platform WINDOWS = new Platform("windows", "amd64");

    private static PinFile parse(String... lines) throws Exception {
        return PinFile.parse(String.join("\n", lines) + "\n", "go-toolchain.pins");
    }

    private static void refused(String problem, String... lines) {
        assertThatThrownBy(() -> parse(lines))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> {
                    assertThat(e.problem()).startsWith("go-toolchain.pins:").contains(problem).hasLineCount(1);
                    assertThat(e.advice()).isNotEmpty();
                });
    }

    private static Pin pin(String version, Platform platform) {
        return new Pin(new GoVersion(version), platform, SHA, "", "a test");
    }

    @Test
    public void aPinHasTheDigestsOfItsLineAndKnowsWhereItStands() throws Exception {
        Pins pins = parse("go-toolchain.pins 1", "# ours", "", "1.24.1 linux/amd64 sha256:" + SHA + " " + H1,
                        "1.25rc1 windows/amd64\t" + H1)
                .pins();
        assertThat(pins.list()).containsExactly(
                new Pin(new GoVersion("1.24.1"), LINUX, SHA, H1, "go-toolchain.pins:4"),
                new Pin(new GoVersion("1.25rc1"), WINDOWS, "", H1, "go-toolchain.pins:5"));
    }

    @Test
    public void whatIsNotPinnedIsRefusedWithWhatToDo() throws Exception {
        Pins pins = parse("go-toolchain.pins 1", "1.24.1 windows/amd64 sha256:" + SHA).pins();
        assertThat(pins.require(new GoVersion("1.24.1"), WINDOWS).sha256()).isEqualTo(SHA);
        assertThatThrownBy(() -> pins.require(new GoVersion("1.24.1"), LINUX))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Go 1.24.1 for linux/amd64 is not pinned in go-toolchain.pins; it is for windows/amd64")
                .hasMessageContaining("go-toolchain pins add 1.24.1 --platform linux/amd64");
    }

    @Test
    public void whatIsNotOfTheFormatIsRefusedWithFileAndLine() {
        String head = "go-toolchain.pins 1";
        refused(":1 has \"\"", "");
        refused(":1 has \"1.24.1 linux/amd64\"", "1.24.1 linux/amd64");
        refused(":1 has \"go-toolchain.pins 2\"", "go-toolchain.pins 2");
        refused(":2 has \"1.24\" where a released version", head, "1.24 linux/amd64 sha256:" + SHA);
        refused(":2 has \"1.20.0\"", head, "1.20.0 linux/amd64 sha256:" + SHA);
        refused(":2 has \"go1.24.1\"", head, "go1.24.1 linux/amd64 sha256:" + SHA);
        refused(":3 has \"linux\" where a platform", head, "# x", "1.24.1 linux sha256:" + SHA);
        refused(":2 ends where a platform", head, "1.24.1");
        refused(":2 ends where a digest", head, "1.24.1 linux/amd64");
        refused(":2 has a digest that is none: \"sha256:" + "CB2396", head, "1.24.1 linux/amd64 sha256:" + SHA.toUpperCase());
        refused(":2 has a digest that is none: \"sha256:\"", head, "1.24.1 linux/amd64 sha256:");
        refused(":2 has a digest that is none: \"h1:", head, "1.24.1 linux/amd64 " + H1.replace('=', 'A'));
        refused(":2 has a digest that is none: \"h1:", head, "1.24.1 linux/amd64 " + H1.replace("nM=", "nN="));
        refused(":2 has \"md5:1\" where a digest", head, "1.24.1 linux/amd64 md5:1");
        refused(":2 has \"#\" where a digest", head, "1.24.1 linux/amd64 sha256:" + SHA + " # no");
        refused(":2 has two digests of the same kind", head, "1.24.1 linux/amd64 " + H1 + " " + H1);
    }

    @Test
    public void aVersionThatIsPinnedTwiceForAPlatformIsRefused() {
        refused(":4 pins Go 1.24.1 for linux/amd64, as does go-toolchain.pins:2",
                "go-toolchain.pins 1", "1.24.1 linux/amd64 " + H1, "1.24.2 linux/amd64 " + H1, "1.24.1 linux/amd64 " + H1);
    }

    @Test
    public void anEmptyFileIsRefusedAndOneWithAHeadIsNot() throws Exception {
        assertThatThrownBy(() -> PinFile.parse("", "p")).hasMessageContaining("p:1");
        assertThat(PinFile.parse("go-toolchain.pins 1", "p").pins().list()).isEmpty();
        assertThat(PinFile.empty("p").text()).isEqualTo("go-toolchain.pins 1\n");
    }

    @Test
    public void aPinComesToItsPlaceAndAllElseStaysAsItIs() throws Exception {
        PinFile file = parse("go-toolchain.pins 1", "# ours", "", "# the old one", "1.23.9 linux/amd64 " + H1, "",
                "1.24.2 linux/amd64 " + H1);
        assertThat(file.with(pin("1.24.1", LINUX)).text().lines()).containsExactly(
                "go-toolchain.pins 1", "# ours", "", "# the old one", "1.23.9 linux/amd64 " + H1,
                "1.24.1 linux/amd64 sha256:" + SHA, "", "1.24.2 linux/amd64 " + H1);
        assertThat(file.with(pin("1.9", LINUX)).pins().list().get(0).version()).hasToString("1.9");
        assertThat(file.with(pin("1.24.2", WINDOWS)).text()).endsWith("1.24.2 windows/amd64 sha256:" + SHA + "\n");
    }

    @Test
    public void aPinOfTheSameVersionAndPlatformTakesThePlaceOfTheOther() throws Exception {
        PinFile file = parse("go-toolchain.pins 1", "1.24.1 linux/amd64 " + H1, "# end");
        assertThat(file.with(pin("1.24.1", LINUX)).text())
                .isEqualTo("go-toolchain.pins 1\n1.24.1 linux/amd64 sha256:" + SHA + "\n# end\n");
        assertThat(file.without(new GoVersion("1.24.1"), LINUX).text()).isEqualTo("go-toolchain.pins 1\n# end\n");
        assertThat(file.without(new GoVersion("1.24.1"), WINDOWS).text()).isEqualTo(file.text());
    }

    @Test
    public void linesEndAsTheyDid() throws Exception {
        PinFile file = PinFile.parse("go-toolchain.pins 1\r\n# ours\r\n", "p");
        assertThat(file.with(pin("1.24.1", LINUX)).text())
                .isEqualTo("go-toolchain.pins 1\r\n# ours\r\n1.24.1 linux/amd64 sha256:" + SHA + "\r\n");
    }

    @Test
    public void whatIsTooLargeIsNotRead() {
        assertThatThrownBy(() -> PinFile.parse("go-toolchain.pins 1\n" + "#".repeat(PinFile.LIMIT), "p"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("larger");
    }
}
