package io.jenkins.plugins.gotoolchain.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.generator.InRange;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import java.util.Random;
import org.junit.runner.RunWith;

@RunWith(JUnitQuickcheck.class)
public class GoVersionPropertyTest {

    private static final String[] PIECES = {"0", "1", "20", "21", "9", "10", ".", ".", "rc", "beta", "a", "go", "-", "01"};

    /** Text that is a version often enough: a few pieces of versions put together. */
    static String versionLike(Random random) {
        StringBuilder text = new StringBuilder("1.");
        for (int i = random.nextInt(5); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static GoVersion version(Random random) {
        String text;
        do {
            text = versionLike(random);
        } while (!GoVersion.isValid(text));
        return new GoVersion(text);
    }

    @Property(trials = 500)
    public void theOrderIsTotal(@InRange(min = "0") long seed) {
        Random random = new Random(seed);
        GoVersion a = version(random);
        GoVersion b = version(random);
        GoVersion c = version(random);
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
            assertThat(a.compareTo(c)).isLessThanOrEqualTo(0);
        }
    }

    @Property(trials = 500)
    public void aVersionReadsItsOwnNames(@InRange(min = "0") long seed) throws VersionException {
        GoVersion version = version(new Random(seed));
        assertThat(GoVersion.parse(version.text())).isEqualTo(version);
        assertThat(GoVersion.parse(version.goName())).isEqualTo(version);
        assertThat(version.language().language()).isEqualTo(version.language());
        if (!version.isPrerelease()) {
            assertThat(version.language()).isLessThanOrEqualTo(version);
        }
    }

    @Property(trials = 500)
    public void noTextMakesItThrowAnythingElse(String text) {
        try {
            assertThat(GoVersion.parse(text).text()).matches("[0-9a-z.]+");
        } catch (VersionException e) {
            assertThat(GoVersion.isValid(text)).isFalse();
        }
        try {
            VersionSelector.parse(text);
        } catch (VersionException e) {
            assertThat(e.advice()).isNotEmpty();
        }
    }
}
