package io.jenkins.plugins.gotoolchain.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class LogWatchTest {

    private static final String FETCH = "go: downloading go1.23.4 (linux/amd64)";

    @Test
    public void piecesMayBeCutAnywhere() {
        byte[] log = ("+ go build\n" + FETCH + "\nbash: go：未找到命令\n+ ls\n").getBytes(StandardCharsets.UTF_8);
        for (int piece = 1; piece <= log.length; piece++) {
            List<LogFinding> found = Log.read(log, piece);
            assertThat(found).as("pieces of " + piece).hasSize(2);
            assertThat(found.get(0).line()).isEqualTo(FETCH);
            assertThat(found.get(0).offset()).isEqualTo(11);
            assertThat(found.get(1).offset()).isEqualTo(50);
        }
    }

    @Test
    public void aLineCountsAsSoonAsItIsComplete() {
        List<LogFinding> found = new ArrayList<>();
        LogWatch watch = new LogWatch(found::add);
        byte[] line = (FETCH + "\n").getBytes(StandardCharsets.UTF_8);
        watch.accept(line, 0, line.length - 1);
        assertThat(found).isEmpty();
        watch.accept(line, line.length - 1, 1);
        assertThat(found).hasSize(1);
    }

    @Test
    public void theLastLineNeedsNoEnd() {
        assertThat(Log.ids("x\n" + FETCH)).isEqualTo("go-downloading");
    }

    @Test
    public void linesEndWithCarriageReturnsToo() {
        assertThat(Log.ids("x\r\n" + FETCH + "\r\n")).isEqualTo("go-downloading");
        assertThat(Log.ids("10 %\r20 %\r" + FETCH + "\r30 %\r")).isEqualTo("go-downloading");
    }

    @Test
    public void everyFindingOfALogIsTold() {
        assertThat(Log.ids(FETCH + "\nbash: go: command not found\n" + FETCH + "\n"))
                .isEqualTo("go-downloading sh-not-found go-downloading");
    }

    @Test
    public void coloursDoNotHideALine() {
        assertThat(Log.ids("\u001B[1;31mgo: \u001B[0mdownloading go1.23.4 (linux/amd64)\n")).isEmpty();
        assertThat(Log.ids("\u001B[31m" + FETCH + "\u001B[0m\n")).isEqualTo("go-downloading");
        assertThat(Log.ids("\u001B[2K\u001B[36m+ curl -LO https://go.dev/dl/go1.24.1.linux-amd64.tar.gz\u001B[m\n")).isEqualTo("download");
    }

    @Test
    public void notesOfJenkinsDoNotHideALine() {
        String note = "\u001B[8mha:////4AgogoGO1abc==\u001B[0m";
        List<LogFinding> found = Log.read(note + FETCH + note + "\n");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).line()).isEqualTo(FETCH);
    }

    @Test
    public void timeStampsAndBranchesDoNotHideALine() {
        for (String front : List.of("[2025-03-04T10:11:12.345Z] ", "10:11:12  ", "[linux] ", "2025-03-04 10:11:12.345 ", "[10:11:12] [a b] ")) {
            assertThat(Log.ids(front + FETCH + "\n")).as(front).isEqualTo("go-downloading");
            assertThat(Log.ids(front + "+ brew install go\n")).as(front).isEqualTo("package");
        }
    }

    @Test
    public void aChineseWindowsWritesGbk() {
        for (String line : List.of("'go' 不是内部或外部命令，也不是可运行的程序", "go : 无法将“go”项识别为 cmdlet、函数")) {
            assertThat(Log.read((line + "\r\n").getBytes(Charset.forName("GBK")), 7)).as(line).hasSize(1);
        }
    }

    @Test
    public void ofALongLineTheBeginningCounts() {
        String command = "+ curl -LO https://go.dev/dl/go1.24.1.linux-amd64.tar.gz ";
        for (int piece : new int[] {1000, 8192, 1 << 22}) {
            byte[] log = (command + "x".repeat(1 << 20) + "\n" + FETCH + "\n").getBytes(StandardCharsets.UTF_8);
            List<LogFinding> found = Log.read(log, piece);
            assertThat(found).extracting(finding -> finding.rule().id()).containsExactly("download", "go-downloading");
            assertThat(found.get(1).offset()).isEqualTo(command.length() + (1 << 20) + 1);
            assertThat(found.get(0).line()).hasSizeLessThanOrEqualTo(16 * 1024);
        }
    }

    @Test
    public void aLineWithoutEndTakesNoMemory() {
        LogWatch watch = new LogWatch(finding -> {});
        byte[] dots = "go.".repeat(30_000).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2000; i++) {
            watch.accept(dots, 0, dots.length);
        }
        watch.finish();
    }
}
