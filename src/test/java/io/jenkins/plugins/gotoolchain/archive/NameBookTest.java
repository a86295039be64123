package io.jenkins.plugins.gotoolchain.archive;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.nio.file.Path;
import org.junit.Test;

public class NameBookTest {

    private final NameBook names = new NameBook(new Refusal(Path.of("archive")));

    @Test
    public void foldersMayComeAgainAndAfterTheirFiles() throws VerificationException {
        names.file("a/b/c");
        names.folder("a/b");
        names.folder("a");
        names.folder("a");
        names.file("a/b/d");
        names.file("a/bc");
    }

    @Test
    public void aFileTwiceIsRefused() throws VerificationException {
        names.file("a/b");
        assertRefused("a/b", "twice");
    }

    @Test
    public void filesThatDifferOnlyByCaseAreRefused() throws VerificationException {
        names.file("a/File.go");
        assertRefused("a/fiLE.go", "only by case");
    }

    @Test
    public void filesThatDifferOnlyByCaseBeyondAsciiAreRefused() throws VerificationException {
        names.file("a/ÄΣß.go");
        assertRefused("a/äςSS.go", "only by case");
    }

    @Test
    public void filesThatDifferOnlyByNormalFormAreRefused() throws VerificationException {
        names.file("a/\u00e4.go");
        assertRefused("a/a\u0308.go", "only by case");
    }

    @Test
    public void foldersThatDifferOnlyByCaseAreRefused() throws VerificationException {
        names.file("a/b/c");
        assertRefused("A/b/d", "only by case");
        assertThatThrownBy(() -> names.folder("a/B")).hasMessageContaining("only by case");
    }

    @Test
    public void aFileBelowAFileIsRefused() throws VerificationException {
        names.file("a/b");
        assertRefused("a/b/c", "folder where a file is");
        assertRefused("a/B/c/d", "folder where a file is");
    }

    @Test
    public void aFileOverAFolderIsRefused() throws VerificationException {
        names.file("a/b/c");
        assertRefused("a/b", "file where a folder is");
        assertRefused("A", "file where a folder is");
    }

    private void assertRefused(String path, String why) {
        assertThatThrownBy(() -> names.file(path)).isInstanceOf(VerificationException.class).hasMessageContaining(why);
    }
}
