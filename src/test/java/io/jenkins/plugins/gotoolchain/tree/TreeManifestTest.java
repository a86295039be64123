package io.jenkins.plugins.gotoolchain.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.Test;

public class TreeManifestTest {

    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final List<TreeEntry> ENTRIES = List.of(
            TreeEntry.file("src/fmt/print.go", 12, false, B),
            TreeEntry.file("bin/go", 7, true, A),
            new TreeEntry("pkg/go", 0, false, A, "../bin/go"),
            TreeEntry.file("src/fmt/\u00c4 b.go", 1L << 40, false, B));

    @Test
    public void theTextIsSortedWithOneLineAnEntry() {
        assertThat(text(TreeManifest.of(ENTRIES)))
                .isEqualTo(A + " 7 x bin/go\n"
                        + A + " 0 l pkg/go\t../bin/go\n"
                        + B + " 12 - src/fmt/print.go\n"
                        + B + " 1099511627776 - src/fmt/\u00c4 b.go\n");
    }

    @Test
    public void theDigestIsOfTheText() throws Exception {
        TreeManifest manifest = TreeManifest.of(ENTRIES);
        assertThat(manifest.digest())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(manifest.text())));
    }

    @Test
    public void theOrderInWhichEntriesComeDoesNotMatter() {
        List<TreeEntry> reversed = new java.util.ArrayList<>(ENTRIES);
        Collections.reverse(reversed);
        assertThat(TreeManifest.of(reversed).digest()).isEqualTo(TreeManifest.of(ENTRIES).digest());
    }

    @Test
    public void everythingThatIsSaidOfAFileChangesTheDigest() {
        String digest = digest(TreeEntry.file("a", 1, false, A));
        assertThat(digest(TreeEntry.file("b", 1, false, A))).isNotEqualTo(digest);
        assertThat(digest(TreeEntry.file("a", 2, false, A))).isNotEqualTo(digest);
        assertThat(digest(TreeEntry.file("a", 1, true, A))).isNotEqualTo(digest);
        assertThat(digest(TreeEntry.file("a", 1, false, B))).isNotEqualTo(digest);
        assertThat(digest(new TreeEntry("a", 1, false, A, "b"))).isNotEqualTo(digest);
    }

    @Test
    public void itCountsFilesAndBytes() {
        TreeManifest manifest = TreeManifest.of(ENTRIES);
        assertThat(manifest.files()).isEqualTo(4);
        assertThat(manifest.bytes()).isEqualTo((1L << 40) + 19);
    }

    @Test
    public void whatWasWrittenCanBeRead() throws Exception {
        TreeManifest manifest = TreeManifest.of(ENTRIES);
        TreeManifest read = TreeManifest.parse(manifest.text());
        assertThat(read.entries()).isEqualTo(manifest.entries());
        assertThat(read.digest()).isEqualTo(manifest.digest());
    }

    @Test
    public void anEmptyTreeHasAManifest() throws Exception {
        assertThat(TreeManifest.parse(new byte[0]).entries()).isEmpty();
    }

    @Test
    public void aPathTwiceIsRefused() {
        assertThatThrownBy(() -> TreeManifest.of(
                        List.of(TreeEntry.file("a", 1, false, A), TreeEntry.file("a", 2, false, B))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }

    @Test
    public void controlCharactersAreRefusedSinceTheyCouldBeOtherEntries() {
        for (String path : List.of("a\nb", "a\tb", "a\0", "a\u007f")) {
            assertThatThrownBy(() -> digest(TreeEntry.file(path, 1, false, A)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> digest(new TreeEntry("a", 0, false, A, path)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    public void pathsThatAreNotBelowARootAreRefused() {
        for (String path : List.of("", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/..", "a/./b", "a/../../b")) {
            assertThatThrownBy(() -> digest(TreeEntry.file(path, 1, false, A)))
                    .as(path)
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> TreeManifest.parse(bytes(A + " 1 - " + path + "\n")))
                    .as(path)
                    .isInstanceOf(IOException.class);
        }
        digest(TreeEntry.file("..a/b..c/...", 1, false, A));
    }

    @Test
    public void aDamagedTextIsRefused() {
        for (String text : List.of(
                "\n", "x\n", A + " 1 - a", A + " 1 -\n", A + " 1 ? a\n", A + " one - a\n", A + " +1 - a\n", A + " -1 - a\n",
                A + " 01 - a\n", A + " 1 l a\n", A + "  - a\n", A + " 1 -  \n\n", "aa 1 - a\n",
                A + " 1 - b\n" + A + " 1 - a\n", A + " 1 - a\n" + A + " 1 - a\n", A + " 1 - a\r\n")) {
            assertThatThrownBy(() -> TreeManifest.parse(bytes(text))).as(text).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> TreeManifest.parse((A + " 1 - \u00e4\n").getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(IOException.class);
    }

    private static String digest(TreeEntry entry) {
        return TreeManifest.of(List.of(entry)).digest();
    }

    private static String text(TreeManifest manifest) {
        return new String(manifest.text(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
