package io.jenkins.plugins.gotoolchain.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class GoVersionTest {

    @Test
    public void everyReleaseIsInGosOwnOrder() throws Exception {
        assertOrder(Fixture.ordered("releases.txt"));
    }

    @Test
    public void oddNamesAreInGosOwnOrder() throws Exception {
        assertOrder(Fixture.ordered("odd.txt"));
    }

    private static void assertOrder(List<List<String>> expected) throws VersionException {
        assertThat(expected.size()).isGreaterThan(20);
        for (int i = 0; i < expected.size(); i++) {
            for (int j = 0; j < expected.size(); j++) {
                for (String a : expected.get(i)) {
                    for (String b : expected.get(j)) {
                        assertThat(Integer.signum(GoVersion.parse(a).compareTo(GoVersion.parse(b))))
                                .as(a + " and " + b)
                                .isEqualTo(Integer.compare(i, j));
                    }
                }
            }
        }
    }

    @Test
    public void whatGoFindsMalformedIsRefused() throws Exception {
        List<String> malformed = new ArrayList<>(Fixture.malformed("releases.txt"));
        malformed.addAll(Fixture.malformed("odd.txt"));
        for (String name : malformed) {
            if (!name.startsWith("go")) {
                continue; // what has no "go" before it is malformed for go/version only
            }
            assertThat(GoVersion.isValid(name)).as(name).isFalse();
            assertThatThrownBy(() -> GoVersion.parse(name)).isInstanceOf(VersionException.class);
        }
    }

    @Test
    public void namesThatGoHoldsForEqualAreEqual() throws Exception {
        for (List<String> names : Fixture.ordered("releases.txt")) {
            for (String name : names) {
                assertThat(GoVersion.parse(name)).isEqualTo(GoVersion.parse(names.get(0)));
                assertThat(GoVersion.parse(name)).hasSameHashCodeAs(GoVersion.parse(names.get(0)));
            }
        }
    }

    @Test
    public void aFirstReleaseIsKeptUnderItsPublishedName() throws Exception {
        assertThat(GoVersion.parse("1.20.0").goName()).isEqualTo("go1.20");
        assertThat(GoVersion.parse("1.0.0").goName()).isEqualTo("go1");
        assertThat(GoVersion.parse("go1.21.0").goName()).isEqualTo("go1.21.0");
        assertThat(GoVersion.parse("1.21").released().goName()).isEqualTo("go1.21.0");
        assertThat(GoVersion.parse("1.20").released().goName()).isEqualTo("go1.20");
    }

    @Test
    public void languageIsTheFirstTwoNumbers() throws Exception {
        assertThat(GoVersion.parse("1.24.1").language().text()).isEqualTo("1.24");
        assertThat(GoVersion.parse("1.21rc2").language().text()).isEqualTo("1.21");
        assertThat(GoVersion.parse("1.20").language().text()).isEqualTo("1.20");
        assertThat(GoVersion.parse("1.0.3").language().text()).isEqualTo("1");
    }

    @Test
    public void onlySince121ATwoPartVersionIsALanguageAndNoRelease() throws Exception {
        assertThat(GoVersion.parse("1.21").isLanguage()).isTrue();
        assertThat(GoVersion.parse("1.20").isLanguage()).isFalse();
        assertThat(GoVersion.parse("1.21rc2").isLanguage()).isFalse();
        assertThat(GoVersion.parse("1.21.0").isLanguage()).isFalse();
    }

    @Test
    public void betasAndCandidatesArePrereleases() throws Exception {
        assertThat(GoVersion.parse("1.18beta1").isPrerelease()).isTrue();
        assertThat(GoVersion.parse("1.25rc3").isPrerelease()).isTrue();
        assertThat(GoVersion.parse("1.25.3").isPrerelease()).isFalse();
    }

    @Test
    public void aNameLongerThanAnyReleaseIsRefused() {
        assertThat(GoVersion.isValid("1." + "9".repeat(62))).isTrue();
        assertThat(GoVersion.isValid("1." + "9".repeat(63))).isFalse();
    }

    @Test
    public void anErrorQuotesForeignTextOnOneShortLine() {
        assertThatThrownBy(() -> GoVersion.parse("1.2\n\u001b[31m" + "x".repeat(500)))
                .isInstanceOf(VersionException.class)
                .hasMessageStartingWith("\"1.2??[31mxxx")
                .satisfies(e -> assertThat(((VersionException) e).problem()).hasSizeLessThan(120));
    }
}
