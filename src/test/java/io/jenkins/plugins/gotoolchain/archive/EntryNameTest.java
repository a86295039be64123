package io.jenkins.plugins.gotoolchain.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class EntryNameTest {

    @Test
    public void namesThatGoUsesAreFine() {
        for (String name : new String[] {
            "go/VERSION", "go/src/cmd/go/testdata/script/mod_get_..txt", "go/a b/c+d~1.go", "go/.gitattributes",
            "go/src/runtime/signal_linux_s390x.go", "go/test/fixedbugs/issue27836.dir/Äfoo.go", "go/consts.go",
            "go/com.go", "go/com10.go", "go/auxiliary/nullable", "go/x@v1.2.3/!upper", "..go", "go/...x"
        }) {
            assertThat(flaw(name)).as(name).isNull();
        }
    }

    @Test
    public void namesThatLeaveTheFolderAreFlawed() {
        for (String name : new String[] {"..", "../x", "go/../../x", "go/..", "go/a/../b"}) {
            assertThat(flaw(name)).as(name).isEqualTo("leaves the folder");
        }
    }

    @Test
    public void absoluteNamesAreFlawed() {
        assertThat(flaw("/etc/passwd")).isEqualTo("has an absolute name");
        assertThat(flaw("//server/share")).isEqualTo("has an absolute name");
        assertThat(flaw("C:/x")).contains("colon");
        assertThat(flaw("C:x")).contains("colon");
    }

    @Test
    public void emptyAndSelfPartsAreFlawed() {
        assertThat(flaw("")).isNotNull();
        assertThat(flaw("go//x")).contains("empty part");
        assertThat(flaw("go/")).contains("empty part");
        assertThat(flaw("./go/x")).contains("\".\"");
        assertThat(flaw("go/./x")).contains("\".\"");
    }

    @Test
    public void backslashesAreFlawed() {
        assertThat(flaw("go\\..\\x")).contains("backslash");
    }

    @Test
    public void streamsAreFlawed() {
        assertThat(flaw("go/VERSION:hidden")).contains("colon");
    }

    @Test
    public void controlCharactersAndTheLikeAreFlawed() {
        for (String name : new String[] {
            "go/a\0b", "go/a\nb", "go/a\u007fb", "go/a\u0085b", "go/a\u202eb", "go/a\u200db", "go/a\ufffdb",
            "go/a\ud800b", "go/a\u00a0b"
        }) {
            assertThat(flaw(name)).as(name).contains("neither plain ASCII nor a letter");
        }
    }

    @Test
    public void whatWindowsDoesNotAllowIsFlawed() {
        for (char c : "<>\"|?*".toCharArray()) {
            assertThat(flaw("go/a" + c)).as("%s", c).contains("Windows");
        }
    }

    @Test
    public void partsThatEndInADotOrASpaceAreFlawed() {
        for (String name : new String[] {"go./x", "go/x.", "go/x ", "go/ /x", "go/...", "go/.. "}) {
            assertThat(flaw(name)).as(name).contains("ends in a dot or a space");
        }
    }

    @Test
    public void devicesOfWindowsAreFlawed() {
        for (String name : new String[] {
            "con", "go/CON", "go/Aux.go", "go/nul.tar.gz", "go/prn/x", "go/com1", "go/LPT9.txt", "go/nul .go",
            "go/CONIN$", "conout$"
        }) {
            assertThat(flaw(name)).as(name).contains("device");
        }
    }

    @Test
    public void namesAndPartsHaveALimit() {
        assertThat(flaw("go/" + "x".repeat(255))).isNull();
        assertThat(flaw("go/" + "x".repeat(256))).contains("255");
        assertThat(flaw("x/".repeat(200) + "x")).contains("400");
    }

    private static String flaw(String name) {
        return EntryName.flaw(name, 400);
    }
}
