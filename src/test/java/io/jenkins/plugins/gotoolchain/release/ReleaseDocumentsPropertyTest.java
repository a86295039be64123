package io.jenkins.plugins.gotoolchain.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.generator.InRange;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.runner.RunWith;

/** Whatever a server sends: the readers throw nothing but their own, and nothing they read can leave a folder. */
@RunWith(JUnitQuickcheck.class)
public class ReleaseDocumentsPropertyTest {

    private static final String INDEX = "[{\"version\":\"go1.24.1\",\"stable\":true,\"files\":[{\"filename\":"
            + "\"go1.24.1.linux-amd64.tar.gz\",\"os\":\"linux\",\"arch\":\"amd64\",\"version\":\"go1.24.1\",\"sha256\":\""
            + "0".repeat(64) + "\",\"size\":78559214,\"kind\":\"archive\"}]}]";

    private static final String[] PIECES = {
        "v0.0.1-", "go", "1.24.1", "1.20", "rc1", ".", "-", "linux", "windows", "amd64", "arm", "armv6l", ".tar.gz", ".zip",
        "/", "..", "\\", "\n", "\0", "<html>", " ", "é"
    };

    private static String nameLike(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static void survivesIndex(byte[] document) throws IOException {
        try {
            ReleaseIndex index = ReleaseIndex.parse(new ByteArrayInputStream(document));
            for (GoVersion version : index.versions()) {
                for (Platform platform : index.platforms(version)) {
                    IndexedFile file = index.file(version, platform).orElseThrow();
                    assertThat(file.fileName()).matches("go[0-9a-z.]+-[0-9a-z]+\\.(tar\\.gz|zip)");
                    assertThat(file.sha256()).matches("[0-9a-f]{64}|");
                }
            }
        } catch (UnreachableException e) {
            assertThat(e.problem()).startsWith("the answer is no index of Go releases: ").hasLineCount(1);
        }
    }

    @Property(trials = 1000)
    public void anIndexWithBytesChanged(@InRange(min = "0") long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = INDEX.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(6); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        survivesIndex(bytes);
    }

    @Property(trials = 500)
    public void anyBytesInPlaceOfAnIndex(@InRange(min = "0") long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = new byte[random.nextInt(100)];
        random.nextBytes(bytes);
        survivesIndex(bytes);
    }

    @Property(trials = 1000)
    public void anyTextInPlaceOfAList(@InRange(min = "0") long seed) throws IOException {
        try {
            ToolchainModule.parseList(new StringReader(nameLike(new Random(seed))))
                    .forEach((platform, versions) -> assertThat(KnownPlatforms.contains(platform)).isTrue());
        } catch (UnreachableException e) {
            assertThat(e.advice()).isNotEmpty();
        }
    }

    @Property(trials = 1000)
    public void anyTextInPlaceOfAName(@InRange(min = "0") long seed) {
        String text = nameLike(new Random(seed));
        ArchiveName.parse(text).ifPresent(name -> assertThat(name.fileName()).isEqualTo(text).doesNotContain("/", "\\", ".."));
        ToolchainModule.parseVersion(text)
                .ifPresent(entry -> assertThat(ToolchainModule.version(entry.version(), entry.platform())).isEqualTo(text));
        try {
            assertThat(Platform.parse(text).toString()).isEqualTo(text.strip());
        } catch (VersionException e) {
            assertThat(e.problem()).hasLineCount(1);
        }
    }

    @Property(trials = 300)
    public void everyNameIsReadBack(@InRange(min = "0") long seed) {
        Random random = new Random(seed);
        GoVersion version = new GoVersion("1." + random.nextInt(40) + (random.nextBoolean() ? "." + random.nextInt(20) : "rc1"));
        Platform platform = KnownPlatforms.list().get(random.nextInt(KnownPlatforms.list().size()));
        ArchiveName name = ArchiveName.of(version, platform);
        assertThat(ArchiveName.parse(name.fileName())).contains(name);
        assertThat(ToolchainModule.parseVersion(ToolchainModule.version(version, platform)))
                .contains(new ToolchainModule.Entry(version, platform));
    }
}
