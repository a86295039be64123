package io.jenkins.plugins.gotoolchain.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class LogSearchTest {

    private static final int PIECE = 65_536;

    private static List<String> search(String log) {
        List<String> found = new ArrayList<>();
        LogSearch search = new LogSearch(one -> found.add(one.lineNumber() + " " + one.finding().rule().id()));
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += PIECE) {
            search.accept(bytes, at, Math.min(PIECE, bytes.length - at));
        }
        search.finish();
        return found;
    }

    @Test
    public void findingsHaveTheNumbersOfTheirLines() {
        assertThat(search("go: downloading go1.2.3 (linux/amd64)\n\nx\r\n+ brew install go\nbash: go: command not found"))
                .containsExactly("1 go-downloading", "4 package", "5 sh-not-found");
    }

    @Test
    public void linesThatCrossThePiecesOfAReadAreCountedOnce() {
        for (int fill = 65_500; fill < 65_560; fill += 7) {
            String log = "x\n".repeat(3) + "y".repeat(fill) + "\n+ brew install go\n" + "z\n".repeat(70_000) + "sh: go: not found\n";
            assertThat(search(log)).containsExactly("5 package", "70006 sh-not-found");
        }
    }
}
