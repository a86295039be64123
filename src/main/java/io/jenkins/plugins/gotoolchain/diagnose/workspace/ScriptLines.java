package io.jenkins.plugins.gotoolchain.diagnose.workspace;

import io.jenkins.plugins.gotoolchain.diagnose.workspace.Declaration.How;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of scripts and build descriptions that fetch a Go, or name one for a tool that does. */
final class ScriptLines {

    private static final String VERSION = "(?<version>\\d+(?:\\.\\d+)+(?:(?:rc|beta)\\d+)?)";

    /** What fetches, by the name that the table has for it. */
    private record Sign(String component, Pattern pattern) {}

    private static final List<Sign> SIGNS = List.of(
            sign("a download", "//(?:go\\.dev|golang\\.org|golang\\.google\\.cn)/dl/(?!mod)(?:go" + VERSION + ")?"),
            sign("a download", "(?:dl\\.google\\.com/go|storage\\.googleapis\\.com/golang)/(?:go" + VERSION + ")?"),
            sign("a download", "\\bgo" + VERSION + "\\.[a-z0-9]+-[a-z0-9]+\\.(?:tar\\.gz|zip|msi|pkg)"),
            sign("golang.org/dl", "\\bgo(?:\\.exe)? (?:install|get) golang\\.org/dl/go" + VERSION),
            sign("gimme", "\\bgimme\\b(?:\\s+v?" + VERSION + ")?"),
            sign("gvm", "\\bgvm (?:install|use) go" + VERSION),
            sign("goenv", "\\bgoenv (?:install|local|global)(?: -\\S+)*\\s+" + VERSION),
            sign("asdf", "\\basdf (?:install|local|global|set)\\s+go(?:lang)?(?:\\s+" + VERSION + ")?"),
            sign("mise", "\\b(?:mise|rtx) (?:install|use|exec)\\b.*\\bgo(?:lang)?@" + VERSION),
            sign("GOTOOLCHAIN", "\\bGOTOOLCHAIN[=:]\\s*[\"']?go" + VERSION),
            sign("an image", "^\\s*(?:FROM|image:)\\s+\\S*\\bgolang(?::" + VERSION + ")?"),
            sign("docker.image", "\\bdocker(?:\\.image\\(| (?:run|pull))\\s*.*\\bgolang:" + VERSION),
            sign("a package", "\\b(?:apt-get|apt|dnf|yum|apk|brew|choco|pacman)\\b.*\\b(?:install|add|-S)\\b.*\\b(?:golang(?:-go|-\\d[\\d.]*)?|go@" + VERSION + ")\\b"),
            sign("setup-go", "^\\s*go-version:\\s*[\"']?" + VERSION),
            sign("tools { go }", "\\bgo\\s+['\"]" + VERSION + "['\"]"),
            sign("withGo", "\\b(?:withGo|goStrict)\\s*\\(?\\s*(?:version\\s*:\\s*)?['\"]" + VERSION + "['\"]"));

    private ScriptLines() {}

    private static Sign sign(String component, String pattern) {
        return new Sign(component, Pattern.compile(pattern));
    }

    static List<Declaration> of(List<String> lines, String file) {
        List<Declaration> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (isComment(line) || !line.contains("go") && !line.contains("GO") && !line.contains("gimme") && !line.contains("gvm")) {
                continue;
            }
            Set<String> seen = new HashSet<>();
            for (Sign sign : SIGNS) {
                Matcher match = sign.pattern().matcher(line);
                if (!seen.contains(sign.component()) && match.find()) {
                    seen.add(sign.component());
                    String version = match.group("version");
                    boolean ours = sign.component().equals("withGo") || sign.component().equals("tools { go }");
                    found.add(new Declaration(
                            sign.component(), ours, version == null ? "" : version, ours ? How.DECLARED : How.SCRIPT, file, i + 1));
                }
            }
        }
        return found;
    }

    private static boolean isComment(String line) {
        String text = line.stripLeading();
        return text.startsWith("#") && !text.startsWith("#!") || text.startsWith("//") || text.startsWith("REM ");
    }
}
