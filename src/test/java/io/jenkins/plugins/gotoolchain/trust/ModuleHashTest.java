package io.jenkins.plugins.gotoolchain.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;

@RunWith(JUnitQuickcheck.class)
public class ModuleHashTest {

    private static ModuleFile file(String name, String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return new ModuleFile(name, HexFormat.of().formatHex(digest));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The case of TestHash1 in golang.org/x/mod/sumdb/dirhash. */
    @Test
    public void itIsGosHash1() throws Exception {
        List<ModuleFile> files = List.of(file("xyz", "data for xyz"), file("abc", "data for abc"));

        assertThat(ModuleHash.of(files)).isEqualTo(hashOfLines(file("abc", "data for abc"), file("xyz", "data for xyz")));
    }

    private static String hashOfLines(ModuleFile... files) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (ModuleFile file : files) {
            lines.append(file.sha256()).append("  ").append(file.name()).append('\n');
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8));
        return "h1:" + java.util.Base64.getEncoder().encodeToString(digest);
    }

    /** The go.mod of every toolchain module is the one line, and its hash is in the real record for 1.24.1. */
    @Test
    public void theHashOfTheToolchainsGoModIsTheOneInTheDatabase() throws Exception {
        assertThat(ModuleHash.of(List.of(file("go.mod", "module golang.org/toolchain\n"))))
                .isEqualTo("h1:8wlg68NqwW7eMnI1aABk/C2pDYXj8mrMY4TyRfiLeS0=");
    }

    @Test
    public void noFilesHaveTheHashOfNothing() throws Exception {
        assertThat(ModuleHash.of(List.of())).isEqualTo("h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @Property(trials = 100)
    public void theOrderOfFilesDoesNotMatter(List<String> names) throws Exception {
        List<ModuleFile> files = new ArrayList<>();
        for (String name : names) {
            files.add(file("m@v1/" + HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8)) + files.size(), name));
        }
        String hash = ModuleHash.of(files);
        Collections.reverse(files);

        assertThat(ModuleHash.of(files)).isEqualTo(hash);
    }

    @Property(trials = 300)
    public void namesAreOrderedByTheirBytes(String a, String b) {
        assertThat(Integer.signum(ModuleHash.compareAsUtf8(unicode(a), unicode(b))))
                .isEqualTo(Integer.signum(Arrays.compareUnsigned(
                        unicode(a).getBytes(StandardCharsets.UTF_8), unicode(b).getBytes(StandardCharsets.UTF_8))));
    }

    private static String unicode(String any) {
        return new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Test
    public void beyondTheFirstPlaneBytesAndCharsDiffer() {
        assertThat(ModuleHash.compareAsUtf8("\uffee", "\ud83d\ude00")).isNegative();
        assertThat(ModuleHash.compareAsUtf8("\ud83d\ude00", "\ud83d\ude01")).isNegative();
    }

    @Test
    public void aListThatDoesNotSayWhichFilesIsRefused() {
        String fine = Samples.BYTES;
        List<List<ModuleFile>> refused = List.of(
                List.of(new ModuleFile("a\nb", fine)),
                List.of(new ModuleFile("", fine)),
                List.of(new ModuleFile("a", fine), new ModuleFile("a", fine)),
                List.of(new ModuleFile("a\ud83d", fine)),
                List.of(new ModuleFile("a", "")),
                List.of(new ModuleFile("a", fine.toUpperCase())));
        for (List<ModuleFile> files : refused) {
            assertThatExceptionOfType(VerificationException.class)
                    .as(files.toString())
                    .isThrownBy(() -> ModuleHash.of(files))
                    .withMessageStartingWith("the module zip has ");
        }
    }
}
