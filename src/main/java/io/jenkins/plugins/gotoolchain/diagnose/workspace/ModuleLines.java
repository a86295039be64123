package io.jenkins.plugins.gotoolchain.diagnose.workspace;

import io.jenkins.plugins.gotoolchain.diagnose.workspace.Declaration.How;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the lines of a {@code go.mod} or {@code go.work} say; read leniently, since it may be the cause of the trouble. */
final class ModuleLines {

    /**
     * A module that is needed.
     *
     * @param path as Go writes it
     */
    record Needed(String path, String version) {}

    private static final Pattern MODULE = Pattern.compile("^\\s*module\\s+\"?([^\\s\"]+)");
    private static final Pattern GO = Pattern.compile("^\\s*go\\s+(\\d[\\w.]*)");
    private static final Pattern TOOLCHAIN = Pattern.compile("^\\s*toolchain\\s+(?:go)?([\\w.]+)");
    private static final Pattern REQUIRE = Pattern.compile("^\\s*(?:require\\s+)?([a-z0-9][\\w.~/-]*\\.[\\w.~/-]+)\\s+(v\\d\\S*)");

    private final List<Declaration> declarations = new ArrayList<>();
    private final List<Needed> needed = new ArrayList<>();

    /** @param how a Go comes of what it says */
    static ModuleLines of(List<String> lines, String file, How how) {
        ModuleLines all = new ModuleLines();
        String module = file.endsWith("go.work") ? "go.work" : file;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher name = MODULE.matcher(line);
            if (name.find()) {
                module = name.group(1);
            }
            Matcher toolchain = TOOLCHAIN.matcher(line);
            Matcher go = GO.matcher(line);
            if (toolchain.find()) {
                all.declarations.add(new Declaration(module + " (toolchain)", true, toolchain.group(1), how, file, i + 1));
            } else if (go.find()) {
                all.declarations.add(new Declaration(module + " (go)", true, go.group(1), how, file, i + 1));
            }
            Matcher require = REQUIRE.matcher(line);
            if (require.find()) {
                all.needed.add(new Needed(require.group(1), require.group(2)));
            }
        }
        return all;
    }

    List<Declaration> declarations() {
        return declarations;
    }

    List<Needed> needed() {
        return needed;
    }
}
