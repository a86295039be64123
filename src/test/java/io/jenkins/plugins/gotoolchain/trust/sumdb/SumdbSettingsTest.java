package io.jenkins.plugins.gotoolchain.trust.sumdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.net.URI;
import org.junit.Test;

/** GOSUMDB as the go command reads it, with the meaning that it has for toolchains. */
public class SumdbSettingsTest {

    private static final String KEY = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";
    private static final String FOLDER = "file:///srv/goproxy";

    @Test
    public void nothingSetMeansGosOwnDatabase() throws Exception {
        for (String gosumdb : new String[] {null, "", " ", "sum.golang.org", KEY}) {
            SumdbSettings settings = SumdbSettings.parse(gosumdb);

            assertThat(settings.key().id()).isEqualTo("sum.golang.org+033de0ae");
            assertThat(settings.address()).isEqualTo(URI.create("https://sum.golang.org"));
            assertThat(settings.explicitAddress()).isEmpty();
        }
    }

    @Test
    public void theNameInChinaIsTheSameDatabaseAtAnotherAddress() throws Exception {
        SumdbSettings settings = SumdbSettings.parse("sum.golang.google.cn");

        assertThat(settings.key().id()).isEqualTo("sum.golang.org+033de0ae");
        assertThat(settings.explicitAddress()).contains(URI.create("https://sum.golang.google.cn"));
    }

    @Test
    public void anAddressMayFollowNameOrKey() throws Exception {
        for (String name : new String[] {"sum.golang.org", KEY}) {
            assertThat(SumdbSettings.parse(name + "  https://mirror.example.com/sumdb ").explicitAddress())
                    .contains(URI.create("https://mirror.example.com/sumdb"));
        }
    }

    @Test
    public void aDatabaseOfOnesOwnIsKnownByItsKey() throws Exception {
        TestKey key = new TestKey("sum.example.com/go");

        SumdbSettings settings = SumdbSettings.parse(key.text());

        assertThat(settings.key().name()).isEqualTo("sum.example.com/go");
        assertThat(settings.address()).isEqualTo(URI.create("https://sum.example.com/go"));
    }

    @Test
    public void whatIsNeitherNameNorKeyIsRefused() {
        for (String gosumdb : new String[] {
            "off", "sum.example.com", "sum.golang.org https://a https://b", "sum.golang.org nonsense", "sum.golang.org ://",
            "sum.golang.org ftp://mirror.example.com", KEY + "x",
        }) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .as(gosumdb)
                    .isThrownBy(() -> SumdbSettings.parse(gosumdb))
                    .withMessageContaining("GOSUMDB");
        }
    }

    @Test
    public void aNameThatIsMoreThanHostAndPathIsRefused() {
        for (String name : new String[] {
            "user@sum.example.com", "sum.example.com?x=y", "sum.example.com#x", "sum.example.com/", "/sum.example.com",
            "sum.example.com/%2e%2e", "sum_example|com",
        }) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .as(name)
                    .isThrownBy(() -> SumdbSettings.parse(new TestKey(name).text()))
                    .withMessageContaining("not a host");
        }
    }

    @Test
    public void aSecretInAnAddressIsNotRepeated() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> SumdbSettings.parse("sum.golang.org ftp://user:hunter2@mirror.example.com"))
                .withMessageNotContaining("hunter2");
    }

    @Test
    public void offIsOff() {
        assertThat(SumdbSettings.isOff("off")).isTrue();
        assertThat(SumdbSettings.isOff(" off ")).isTrue();
        assertThat(SumdbSettings.isOff(null)).isFalse();
        assertThat(SumdbSettings.isOff("sum.golang.org")).isFalse();
    }

    @Test
    public void noSettingTakesAToolchainOutOfTheDatabase() {
        for (String goproxy : new String[] {
            "https://proxy.example.com", "direct", "off", "", FOLDER + ",direct", FOLDER + "|direct", FOLDER + "," + FOLDER,
            "https://proxy.example.com," + FOLDER, "file:/srv/goproxy",
        }) {
            assertThat(SumdbSettings.needed(goproxy, "off", "golang.org/*", "golang.org")).as(goproxy).isTrue();
        }
    }

    @Test
    public void onlyForOneFolderTheSettingsCount() {
        assertThat(SumdbSettings.needed(FOLDER, null, null, null)).isTrue();
        assertThat(SumdbSettings.needed(FOLDER, "", "", "")).isTrue();
        assertThat(SumdbSettings.needed(FOLDER, "off", null, null)).isFalse();
        assertThat(SumdbSettings.needed(FOLDER, null, "golang.org/toolchain", null)).isFalse();
        assertThat(SumdbSettings.needed(FOLDER, null, null, "golang.org")).isFalse();
        assertThat(SumdbSettings.needed(FOLDER, null, "example.com", "golang.org")).isTrue();
    }

    @Test
    public void patternsMatchElementByElementFromTheFront() {
        String module = "golang.org/toolchain";
        for (String patterns : new String[] {
            "golang.org", "golang.org/", "golang.org/toolchain", "*.org", "*", "*/*", "golang.org/t*n", "golang.or[a-h]",
            "example.com,golang.org", "golang.???", ",golang.org",
        }) {
            assertThat(ModulePatterns.match(patterns, module)).as(patterns).isTrue();
        }
        for (String patterns : new String[] {
            "", ",", "golang", "golang.orgs", "*/x", "golang.org/toolchain/x", "golang.org/tool", "golang.or[", "/",
            "x.golang.org", "GOLANG.ORG/*/x", "{golang.org,x}", "/golang.org",
        }) {
            assertThat(ModulePatterns.match(patterns, module)).as(patterns).isFalse();
        }
    }
}
