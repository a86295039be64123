package io.jenkins.plugins.gotoolchain.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.Test;

public class ReleaseIndexTest {

    private static final String SHA = "cb2396bae64183cdccf81a9a6df0aea3bce9511fc21469fb89a0c00470088073";
    private static final String OTHER_SHA = "a".repeat(64);
    private static final Platform LINUX = new Platform("linux", "amd64");
    private static final GoVersion V1_24_1 = new GoVersion("1.24.1");

    private static ReleaseIndex parse(String json) throws IOException {
        return ReleaseIndex.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String release(String version, String... files) {
        return "{\"version\": \"" + version + "\", \"stable\": true, \"files\": [" + String.join(",", files) + "]}";
    }

    private static String file(String name, String os, String arch, String version, String sha256, long size, String kind) {
        return "{\"filename\":\"" + name + "\",\"os\":\"" + os + "\",\"arch\":\"" + arch + "\",\"version\":\"" + version
                + "\",\"sha256\":\"" + sha256 + "\",\"size\":" + size + ",\"kind\":\"" + kind + "\"}";
    }

    private static String linux(String sha256, long size) {
        return file("go1.24.1.linux-amd64.tar.gz", "linux", "amd64", "go1.24.1", sha256, size, "archive");
    }

    private static IndexedFile only(String... files) throws IOException {
        return parse("[" + release("go1.24.1", files) + "]").file(V1_24_1, LINUX).orElseThrow();
    }

    private static void isRefused(String document, String why) {
        assertThatThrownBy(() -> parse(document))
                .as(document.substring(0, Math.min(40, document.length())))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("is no index of Go releases")
                .hasMessageContaining(why);
    }

    @Test
    public void anArchiveHasItsNameDigestAndSize() throws Exception {
        assertThat(only(linux(SHA, 78559214)))
                .isEqualTo(new IndexedFile("go1.24.1.linux-amd64.tar.gz", V1_24_1, LINUX, SHA, 78559214));
    }

    @Test
    public void namesOfPlatformsAreGosOwn() throws Exception {
        ReleaseIndex index = parse("[" + release(
                "go1.24.1",
                file("go1.24.1.linux-armv6l.tar.gz", "linux", "armv6l", "go1.24.1", SHA, 1, "archive"),
                file("go1.24.1.linux-386.tar.gz", "linux", "386", "go1.24.1", SHA, 1, "archive"),
                file("go1.24.1.freebsd-arm.tar.gz", "freebsd", "arm", "go1.24.1", SHA, 1, "archive"),
                file("go1.24.1.windows-amd64.zip", "windows", "amd64", "go1.24.1", SHA, 1, "archive")) + "]");
        assertThat(index.platforms(V1_24_1)).extracting(Platform::toString)
                .containsExactly("freebsd/arm", "linux/386", "linux/arm", "windows/amd64");
        assertThat(index.file(V1_24_1, new Platform("linux", "arm")).orElseThrow().fileName())
                .isEqualTo("go1.24.1.linux-armv6l.tar.gz");
    }

    @Test
    public void versionsAreInGosOrder() throws Exception {
        ReleaseIndex index = parse("[" + release(
                "x",
                file("go1.9.linux-amd64.tar.gz", "linux", "amd64", "go1.9", SHA, 1, "archive"),
                file("go1.21.0.linux-amd64.tar.gz", "linux", "amd64", "go1.21.0", SHA, 1, "archive"),
                file("go1.21rc2.linux-amd64.tar.gz", "linux", "amd64", "go1.21rc2", SHA, 1, "archive"),
                file("go1.10.darwin-amd64.tar.gz", "darwin", "amd64", "go1.10", SHA, 1, "archive")) + "]");
        assertThat(index.versions()).extracting(GoVersion::text).containsExactly("1.9", "1.10", "1.21rc2", "1.21.0");
        assertThat(index.versions(LINUX)).extracting(GoVersion::text).containsExactly("1.9", "1.21rc2", "1.21.0");
    }

    @Test
    public void aMissingDigestStaysMissing() throws Exception {
        for (String sha256 : new String[] {"", "abc", SHA.substring(1), SHA + "0", "z".repeat(64)}) {
            assertThat(only(linux(sha256, 1)).sha256()).isEmpty();
        }
        assertThat(only("{\"filename\":\"go1.24.1.linux-amd64.tar.gz\",\"os\":\"linux\",\"arch\":\"amd64\","
                        + "\"version\":\"go1.24.1\",\"sha256\":null}"))
                .satisfies(file -> {
                    assertThat(file.sha256()).isEmpty();
                    assertThat(file.size()).isEqualTo(-1);
                });
    }

    @Test
    public void anUpperCaseDigestIsRead() throws Exception {
        assertThat(only(linux(SHA.toUpperCase(), 1)).sha256()).isEqualTo(SHA);
    }

    @Test
    public void aSizeThatIsNoneIsUnknown() throws Exception {
        assertThat(only(linux(SHA, 0)).size()).isEqualTo(-1);
        assertThat(only(linux(SHA, -5)).size()).isEqualTo(-1);
        assertThat(only(linux(SHA, 1).replace(":1,", ":99999999999999999999999,")).size()).isEqualTo(-1);
        assertThat(only(linux(SHA, 1).replace(":1,", ":1.5e3,")).size()).isEqualTo(-1);
    }

    @Test
    public void twoEntriesThatDifferProveNothing() throws Exception {
        assertThat(only(linux(SHA, 1), linux(SHA, 1))).satisfies(file -> assertThat(file.sha256()).isEqualTo(SHA));
        assertThat(only(linux(SHA, 1), linux(OTHER_SHA, 1)).sha256()).isEmpty();
        assertThat(only(linux(SHA, 1), linux(OTHER_SHA, 1), linux(SHA, 1)).sha256()).isEmpty();
        assertThat(only(linux("", 1), linux(SHA, 1)).sha256()).isEmpty();
        assertThat(only(linux(SHA, 1), linux(SHA, 2)).size()).isEqualTo(-1);
    }

    @Test
    public void whatIsNoArchiveOfAToolchainIsLeftOut() throws Exception {
        assertThat(parse("[" + release(
                        "go1",
                        file("go1.24.1.src.tar.gz", "", "", "go1.24.1", SHA, 1, "source"),
                        file("go1.24.1.windows-amd64.msi", "windows", "amd64", "go1.24.1", SHA, 1, "installer"),
                        file("go1.24.1.darwin-amd64.pkg", "darwin", "amd64", "go1.24.1", SHA, 1, "installer"),
                        file("go1.4-bootstrap-20170531.tar.gz", "4", "bootstrap", "go1", SHA, 1, "archive"),
                        file("go1.4.2.darwin-amd64-osx10.8.tar.gz", "darwin", "amd64", "go1.4.2", SHA, 1, "archive"),
                        file("go1.9.2rc2.linux-amd64.tar.gz", "linux", "amd64", "go1.9.2rc2", SHA, 1, "archive"),
                        file("go1.6beta1.linux-arm6.tar.gz", "linux", "arm6", "go1.6beta1", SHA, 1, "archive"),
                        file("go1.24.1.windows-amd64.tar.gz", "windows", "amd64", "go1.24.1", SHA, 1, "archive"),
                        file("go1.24.1.linux-amd64.zip", "linux", "amd64", "go1.24.1", SHA, 1, "archive"),
                        file("../go1.24.1.linux-amd64.tar.gz", "linux", "amd64", "go1.24.1", SHA, 1, "archive"),
                        "null", "7", "[[]]", "{}", "{\"filename\":{\"a\":[1]}}") + "]")
                        .versions())
                .isEmpty();
    }

    @Test
    public void anEntryThatContradictsItselfIsLeftOut() throws Exception {
        assertThat(parse("[" + release(
                        "go1.24.1",
                        file("go1.24.1.linux-amd64.tar.gz", "linux", "arm64", "go1.24.1", SHA, 1, "archive"),
                        file("go1.24.1.linux-amd64.tar.gz", "darwin", "amd64", "go1.24.1", SHA, 1, "archive"),
                        file("go1.24.1.linux-amd64.tar.gz", "linux", "amd64", "go1.24.2", SHA, 1, "archive")) + "]")
                        .versions())
                .isEmpty();
    }

    @Test
    public void theFirstReleaseIsGo1() throws Exception {
        ReleaseIndex index =
                parse("[" + release("go1", file("go1.linux-amd64.tar.gz", "linux", "amd64", "go1", "", 0, "archive")) + "]");
        assertThat(index.file(new GoVersion("1.0.0"), LINUX)).isPresent();
    }

    @Test
    public void fieldsOfTheFutureAreSkipped() throws Exception {
        assertThat(parse("[{\"new\":{\"files\":[[" + linux(SHA, 1) + "]]},\"files\":[" + linux(SHA, 1).replace("{", "{\"x\":[{}],")
                        + "]},[1],\"x\"]").versions())
                .containsExactly(V1_24_1);
    }

    @Test
    public void anEmptyListIsAnIndex() throws Exception {
        assertThat(parse("[]").versions()).isEmpty();
        assertThat(parse("\ufeff [] \n").versions()).isEmpty();
        assertThat(parse("[]").platforms(V1_24_1)).isEmpty();
        assertThat(parse("[]").file(V1_24_1, LINUX)).isEmpty();
    }

    @Test
    public void aPageInPlaceOfAnIndexIsCalledOne() {
        isRefused("<!DOCTYPE html><html><body>Please log in</body></html>", "it is a web page");
        isRefused("\r\n  <html>", "it is a web page");
    }

    @Test
    public void whatIsNoIndexIsRefused() {
        isRefused("", "it is empty");
        isRefused("{}", "it is no list");
        isRefused("\"x\"", "it is no list");
        isRefused("not found", "it cannot be read as JSON");
        isRefused("[] []", "something follows its end");
    }

    @Test
    public void anIndexThatIsCutOffIsRefusedWhereverTheCutIs() {
        String whole = "[" + release("go1.24.1", linux(SHA, 12)) + "]";
        for (int length = 0; length < whole.length(); length++) {
            isRefused(whole.substring(0, length), "it ");
        }
    }

    @Test
    public void anotherEncodingIsReadOrRefused() throws Exception {
        String whole = "[" + release("go1.24.1", linux(SHA, 12)) + "]";
        assertThat(ReleaseIndex.parse(new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_16BE))).versions())
                .containsExactly(V1_24_1);
        byte[] bytes = whole.getBytes(Charset.forName("UTF-32BE"));
        bytes[41] = 0x7f;
        assertThatThrownBy(() -> ReleaseIndex.parse(new ByteArrayInputStream(bytes))).isInstanceOf(UnreachableException.class);
    }

    @Test
    public void anEndlessDocumentIsRefused() {
        InputStream endless = new InputStream() {
            private long at;

            @Override
            public int read() {
                return at++ == 0 ? '[' : ' ';
            }
        };
        assertThatThrownBy(() -> ReleaseIndex.parse(endless))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("it has more than 16384 KiB");
    }

    @Test
    public void anIndexWithMoreFilesThanThereCanBeIsRefused() {
        StringBuilder json = new StringBuilder("[{\"files\":[{}");
        for (int i = 0; i < IndexReader.MAX_FILES; i++) {
            json.append(",{}");
        }
        isRefused(json.append("]}]").toString(), "it names more than 50000 files");
    }

    @Test
    public void aDocumentNestedTooDeepIsRefused() {
        isRefused("[".repeat(100_000), "it cannot be read as JSON");
    }

    @Test
    public void aStreamThatFailsIsNotCalledABadIndex() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> ReleaseIndex.parse(failing)).isExactlyInstanceOf(IOException.class).hasMessage("connection reset");
    }

    @Test
    public void theStreamStaysOpen() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        ReleaseIndex.parse(new ByteArrayInputStream("[]".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        });
        assertThat(closed).isFalse();
    }
}
