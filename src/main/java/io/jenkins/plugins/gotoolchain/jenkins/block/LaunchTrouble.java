package io.jenkins.plugins.gotoolchain.jenkins.block;

/** Why a {@code go} that is on a node does not run there, as far as the system's own words and numbers say. */
enum LaunchTrouble {
    NOT_THERE(
            "it is not to be seen, or what it needs to be loaded is missing",
            "where this runs in a container, mount the workspace and its @tmp folder into it as the Jenkins plugins for"
                    + " containers do; on a system with musl in place of glibc use Go 1.21 or newer, whose go command needs no"
                    + " C library"),
    NOT_ALLOWED(
            "it may not be executed",
            "where the disk is mounted noexec, set a store root on another one in the configuration of Go toolchains;"
                    + " otherwise look at the rights of that folder and who the build runs as"),
    OTHER_CPU(
            "it is a program for another kind of CPU or system",
            "the agent's Java says another platform than the one this runs on: use an agent, or a container image, of the"
                    + " node's own architecture"),
    OLD_CPU(
            "the CPU does not know an instruction in it",
            "use another node, or a version of Go that still supports this CPU"),
    OTHER("it ended with a failure", "run this command on the node by hand, as the user that the build runs as");

    private final String cause;
    private final String advice;

    LaunchTrouble(String cause, String advice) {
        this.cause = cause;
        this.advice = advice;
    }

    String cause() {
        return cause;
    }

    String advice() {
        return advice;
    }

    /**
     * @param exit the code it ended with; -1 where it could not be started at all
     * @param words of the exception, or of what it printed
     */
    static LaunchTrouble of(int exit, String words) {
        if (has(words, "Exec format error", "error=8,", "error=193", "error=216", "Bad CPU type", "error=86,")) {
            return OTHER_CPU;
        }
        if (has(words, "Permission denied", "error=13,", "error=5,", "Access is denied", "Operation not permitted")) {
            return NOT_ALLOWED;
        }
        if (exit == 127 || has(words, "No such file or directory", "no such file or directory", "error=2,", "error=3,", ": not found")) {
            return NOT_THERE;
        }
        if (exit == 132 || has(words, "Illegal instruction")) {
            return OLD_CPU;
        }
        return exit == 126 ? NOT_ALLOWED : OTHER;
    }

    private static boolean has(String words, String... any) {
        for (String one : any) {
            if (words.contains(one)) {
                return true;
            }
        }
        return false;
    }
}
