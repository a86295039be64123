package io.jenkins.plugins.gotoolchain.jenkins.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

/** What systems, shells and containers say when a program does not run there. */
public class LaunchTroubleTest {

    @Test
    public void aProgramOrItsLoaderIsNotThere() {
        is(LaunchTrouble.NOT_THERE, -1, "Cannot run program \"/s/bin/go\" (in directory \"/w\"): error=2, No such file or directory");
        is(LaunchTrouble.NOT_THERE, -1, "CreateProcess error=2, The system cannot find the file specified");
        is(LaunchTrouble.NOT_THERE, -1, "CreateProcess error=3, The system cannot find the path specified");
        is(LaunchTrouble.NOT_THERE, 127, "/bin/sh: 1: /s/bin/go: not found");
        is(LaunchTrouble.NOT_THERE, 127, "");
        is(LaunchTrouble.NOT_THERE, 126, "OCI runtime exec failed: exec failed: unable to start container process: exec:"
                + " \"/s/bin/go\": stat /s/bin/go: no such file or directory: unknown");
    }

    @Test
    public void aDiskIsMountedNoexecOrTheRightsAreMissing() {
        is(LaunchTrouble.NOT_ALLOWED, -1, "Cannot run program \"/s/bin/go\": error=13, Permission denied");
        is(LaunchTrouble.NOT_ALLOWED, -1, "CreateProcess error=5, Access is denied");
        is(LaunchTrouble.NOT_ALLOWED, 126, "/bin/sh: 1: exec: /s/bin/go: Permission denied");
        is(LaunchTrouble.NOT_ALLOWED, 126, "");
    }

    @Test
    public void theCpuOrTheSystemIsAnotherKind() {
        is(LaunchTrouble.OTHER_CPU, -1, "Cannot run program \"/s/bin/go\": error=8, Exec format error");
        is(LaunchTrouble.OTHER_CPU, -1, "CreateProcess error=193, %1 is not a valid Win32 application");
        is(LaunchTrouble.OTHER_CPU, -1, "CreateProcess error=216, This version of %1 is not compatible with the version of Windows");
        is(LaunchTrouble.OTHER_CPU, -1, "Cannot run program \"/s/bin/go\": error=86, Bad CPU type in executable");
        is(LaunchTrouble.OTHER_CPU, 126, "/bin/sh: 1: /s/bin/go: Exec format error");
    }

    @Test
    public void theCpuIsTooOld() {
        is(LaunchTrouble.OLD_CPU, 132, "");
        is(LaunchTrouble.OLD_CPU, 132, "Illegal instruction (core dumped)");
    }

    @Test
    public void anythingElseIsNotGuessedAt() {
        is(LaunchTrouble.OTHER, 2, "go: parsing $GOFLAGS: unknown flag -x");
        is(LaunchTrouble.OTHER, 139, "Segmentation fault");
    }

    private static void is(LaunchTrouble trouble, int exit, String words) {
        assertThat(LaunchTrouble.of(exit, words)).as(exit + " " + words).isEqualTo(trouble);
    }
}
