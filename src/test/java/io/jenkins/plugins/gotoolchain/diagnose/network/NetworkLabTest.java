package io.jenkins.plugins.gotoolchain.diagnose.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.AssumptionViolatedException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Every cause, made to happen for real in a network of its own, and named: none missed, none guessed. */
public class NetworkLabTest {

    private static final String[] PROGRAMS = {
        "/usr/bin/unshare", "/usr/sbin/nginx", "/usr/sbin/squid", "/usr/sbin/dnsmasq", "/usr/bin/mitmdump"
    };
    /** What nobody can wait for longer: the longest time-out of the profile, and a second. */
    private static final long LIMIT_MILLIS = 6000;

    @Rule
    public TemporaryFolder temp = new TemporaryFolder(Path.of("/tmp").toFile());

    @Test
    public void everyCauseIsNamedAndNoOther() throws Exception {
        for (String program : PROGRAMS) {
            if (!Files.isExecutable(Path.of(program))) {
                throw new AssumptionViolatedException("did not run: " + program + " is not installed here");
            }
        }
        Process trial = new ProcessBuilder("unshare", "--net", "--mount", "true").start();
        if (trial.waitFor() != 0) {
            throw new AssumptionViolatedException("did not run: no network namespace can be made here (it takes root)");
        }
        Process lab = new ProcessBuilder("unshare", "--net", "--mount", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), NetworkLab.class.getName(),
                temp.getRoot().toString()).redirectErrorStream(true).start();
        String said = new String(lab.getInputStream().readAllBytes());
        List<String> wrong = new ArrayList<>();
        int right = 0;
        for (String line : said.split("\n")) {
            String[] cells = line.split("\t");
            if (cells[0].equals("case") && cells[2].equals(cells[3])) {
                right++;
            } else if (cells[0].equals("case") || cells[0].startsWith("# ")) {
                wrong.add(line);
            } else if (cells[0].equals("took")) {
                assertThat(Long.parseLong(cells[2])).as(line).isLessThan(LIMIT_MILLIS);
            }
        }
        assertThat(lab.waitFor()).as(said).isZero();
        assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
        assertThat(right).isGreaterThanOrEqualTo(40);
    }
}
