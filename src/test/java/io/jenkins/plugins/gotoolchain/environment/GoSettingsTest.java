package io.jenkins.plugins.gotoolchain.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import org.junit.Test;

public class GoSettingsTest {

    @Test
    public void theNearestLevelWinsSettingBySetting() throws Exception {
        GoSettings global = GoSettings.of(Map.of("GOPROXY", "https://a.example", "GOFLAGS", "-mod=mod"));
        GoSettings step = GoSettings.of(Map.of("goproxy", "https://b.example,off"));

        assertThat(step.over(global).values())
                .containsEntry(Setting.GOPROXY, "https://b.example,off")
                .containsEntry(Setting.GOFLAGS, "-mod=mod");
    }

    @Test
    public void aBlankValueLeavesTheWiderOne() throws Exception {
        GoSettings global = GoSettings.of(Map.of("GOFLAGS", "-mod=mod"));

        assertThat(GoSettings.of(Map.of("GOFLAGS", "  ")).over(global).values()).containsEntry(Setting.GOFLAGS, "-mod=mod");
    }

    @Test
    public void theOrderIsThatOfTheSettingsWhateverTheOrderGiven() throws Exception {
        GoSettings settings = GoSettings.none().with(Setting.GOFLAGS, "-v").with(Setting.GOPROXY, "direct");

        assertThat(settings.values().keySet()).containsExactly(Setting.GOPROXY, Setting.GOFLAGS);
    }

    @Test
    public void theyCrossRemoting() throws Exception {
        GoSettings settings = GoSettings.of(Map.of("GOPROXY", "https://a.example"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(settings);

        assertThat(new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject()).isEqualTo(settings);
    }

    @Test
    public void aLineBreakIsRefused() {
        refused(Setting.GOFLAGS, "-v\n-x", "control character (code 10) at position 3");
    }

    @Test
    public void aNulIsRefused() {
        refused(Setting.GOPRIVATE, "a\0b", "control character (code 0)");
    }

    @Test
    public void aProxyWithAnUnknownSchemeIsRefused() {
        refused(Setting.GOPROXY, "https://a.example,ftp://b.example", "\"ftp://b.example\" has no scheme that can be used");
    }

    @Test
    public void aProxyListOfSeparatorsOnlyIsRefused() {
        refused(Setting.GOPROXY, ",|,", "GOPROXY has no entry");
    }

    @Test
    public void aPasswordInAProxyIsRefusedAndNotPrinted() {
        assertThatThrownBy(() -> GoSettings.none().with(Setting.GOPROXY, "https://bob:s3cr3t@a.example/go"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("https://a.example/go")
                .hasMessageContaining("netrc")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    public void aSpaceInAPatternIsRefusedBecauseGoWouldNeverMatchIt() {
        refused(Setting.GOPRIVATE, "git.example.com, other.example.com", "\" other.example.com\"");
    }

    @Test
    public void aUrlAsAPatternIsRefused() {
        refused(Setting.GOPRIVATE, "https://git.example.com", "module paths");
    }

    @Test
    public void aFlagsValueApartFromItsFlagIsRefused() {
        refused(Setting.GOFLAGS, "-mod mod", "\"mod\", which is no flag");
    }

    @Test
    public void aQuotedFlagWithASpaceIsGood() throws Exception {
        assertThat(GoSettings.none().with(Setting.GOFLAGS, "'-ldflags=-s -w' -v").values())
                .containsEntry(Setting.GOFLAGS, "'-ldflags=-s -w' -v");
    }

    @Test
    public void aQuoteThatIsNeverClosedIsRefused() {
        refused(Setting.GOFLAGS, "'-ldflags=-s", "never closed");
    }

    @Test
    public void aRelativeCacheFolderIsRefused() {
        refused(Setting.GOCACHE, "cache", "no absolute path");
    }

    @Test
    public void foldersOfWindowsAreAbsoluteWhereverTheyAreRead() throws Exception {
        for (String folder : new String[] {"C:\\cache", "d:/cache", "\\\\server\\share\\cache", "/var/cache"}) {
            assertThat(GoSettings.none().with(Setting.GOMODCACHE, folder).values()).containsValue(folder);
        }
    }

    @Test
    public void aDatabaseWithThreeFieldsIsRefused() {
        refused(Setting.GOSUMDB, "a b c", "more than a name or key and a URL");
    }

    @Test
    public void patternsThatNeverMatchAreRefusedBecauseWhatWasPrivateWouldGoPublic() {
        refused(Setting.GOPRIVATE, "git.example.com/...", "never matches: the three dots");
        refused(Setting.GONOPROXY, "Git.Example.com", "has no capitals");
        refused(Setting.GONOSUMDB, "/git.example.com", "begins with a slash");
        refused(Setting.GOINSECURE, "git[.example.com", "no glob that Go can read");
        refused(Setting.GOPRIVATE, "git.example.com/a\\", "no glob that Go can read");
    }

    @Test
    public void globsOfGoAreGood() throws Exception {
        for (String good : new String[] {"*.example.com", "git.example.com/Team/*", "git[0-9].example.com", "a.example,,b.example/", "none", "[^a]*.example"}) {
            assertThat(GoSettings.none().with(Setting.GOPRIVATE, good).values()).containsEntry(Setting.GOPRIVATE, good);
        }
    }

    @Test
    public void versionControlIsReadAsGoReadsIt() throws Exception {
        for (String good : new String[] {"public:git|hg,private:all", " *:off ", "git.example.com : svn | git"}) {
            assertThat(GoSettings.none().with(Setting.GOVCS, good).values()).containsKey(Setting.GOVCS);
        }
        refused(Setting.GOVCS, "git", "\"git\" without a colon");
        refused(Setting.GOVCS, "public:git,", "empty entry");
        refused(Setting.GOVCS, ":git", "nothing before its colon");
        refused(Setting.GOVCS, "./a:git", "relative pattern");
        refused(Setting.GOVCS, "a.example:git,a.example:hg", "twice");
        refused(Setting.GOVCS, "public:gti", "allows \"gti\"");
        refused(Setting.GOVCS, "public:", "allows \"\"");
    }

    @Test
    public void whatIsInheritedIsSaidAndNeverStopsAnything() {
        InheritedSettings inherited = InheritedSettings.of("the environment", Map.of(
                "GOPROXY", "https://bob:s3cr3t@a.example", "GOPRIVATE", "git.example.com")::get);
        assertThat(inherited.origins().line()).isEqualTo("GOPRIVATE=git.example.com (the environment)");
        assertThat(inherited.unusable(GoSettings.none())).singleElement().asString()
                .startsWith("the environment: GOPROXY carries a user or a password").doesNotContain("s3cr3t").doesNotContain("\n");
    }

    @Test
    public void whichSettingCameFromWhereIsOnOneLine() throws Exception {
        SettingOrigins step = SettingOrigins.of("this step", GoSettings.of(Map.of("GOPROXY", "off")));
        SettingOrigins folder = SettingOrigins.of("the folder \"team\"", GoSettings.of(Map.of("GOPROXY", "direct", "GOPRIVATE", "git.example.com")));
        SettingOrigins all = SettingOrigins.of("the configuration", GoSettings.of(Map.of("GOFLAGS", "-ldflags=-X=main.key=s3cr3t")));

        SettingOrigins merged = step.over(folder).over(all);

        assertThat(merged.line()).isEqualTo(
                "GOPROXY=off (this step), GOPRIVATE=git.example.com (the folder \"team\"), GOFLAGS (the configuration)");
        assertThat(merged.settings().values()).containsEntry(Setting.GOPROXY, "off").containsKey(Setting.GOFLAGS);
    }

    @Test
    public void anUnknownSettingIsNamed() {
        assertThatThrownBy(() -> GoSettings.of(Map.of("GOPROXI", "x")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"GOPROXI\"");
    }

    private static void refused(Setting setting, String value, String saying) {
        assertThatThrownBy(() -> GoSettings.none().with(setting, value))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(setting.name())
                .hasMessageContaining(saying);
    }
}
