package io.jenkins.plugins.gotoolchain.diagnose.workspace;

import io.jenkins.plugins.gotoolchain.diagnose.workspace.Declaration.How;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.source.GoEnvFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks through a workspace for what declares or fetches a Go: {@code go.mod}, {@code go.work} and their {@code toolchain} lines, of the
 * main module, of others in the tree, of vendored ones and of those in the module cache; {@code GOTOOLCHAIN} in Go's own
 * file; files of version managers; scripts, Makefiles, Dockerfiles, Jenkinsfiles, CI descriptions and package.json. Links are
 * not followed, and no file larger than 1 MiB is read.
 */
public final class WorkspaceSearch {

    private static final int MOST_FILES = 200_000;
    private static final int LARGEST = 1 << 20;
    private static final Set<String> PASSED_OVER = Set.of(".git", "node_modules", ".svn", ".hg", "__pycache__");

    private final Path root;
    private final List<Declaration> found = new ArrayList<>();
    private final List<ModuleLines.Needed> needed = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int files;
    private int large;
    private int passedOver;

    private WorkspaceSearch(Path root) {
        this.root = root;
    }

    /**
     * @param environment where GOMODCACHE, GOPATH, HOME, GOENV are taken from
     * @throws ConfigurationException where it is no folder
     */
    public static WorkspaceReport in(Path workspace, Map<String, String> environment)
            throws IOException, InterruptedException {
        if (!Files.isDirectory(workspace)) {
            throw new ConfigurationException(workspace + " is no folder", "name the workspace's folder");
        }
        return new WorkspaceSearch(workspace.toRealPath()).search(environment);
    }

    private WorkspaceReport search(Map<String, String> environment) throws IOException, InterruptedException {
        walk();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        searchModuleCache(environment);
        String toolchain = GoEnvFile.of(environment).setting("GOTOOLCHAIN");
        if (!toolchain.isEmpty()) {
            String source = environment.getOrDefault("GOTOOLCHAIN", "").isEmpty() ? "Go's env file" : "the environment";
            found.add(new Declaration("GOTOOLCHAIN", true, version(toolchain), How.IMPLICIT, source, 0));
        }
        found.sort(Comparator.comparing(Declaration::how).thenComparing(Declaration::file).thenComparingInt(Declaration::line));
        if (files >= MOST_FILES) {
            notes.add("The workspace has more than " + MOST_FILES + " files: the rest was not read.");
        }
        if (large > 0) {
            notes.add(large + " files larger than 1 MiB were not read.");
        }
        if (passedOver > 0) {
            notes.add(passedOver + " folders such as node_modules and .git were passed over.");
        }
        return new WorkspaceReport(found, notes);
    }

    private static String version(String toolchain) {
        String first = toolchain.split("\\+")[0];
        return first.startsWith("go") ? first.substring(2) : first;
    }

    private void walk() throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (!folder.equals(root) && PASSED_OVER.contains(name(folder))) {
                    passedOver++;
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (++files >= MOST_FILES || Thread.currentThread().isInterrupted()) {
                    return FileVisitResult.TERMINATE;
                }
                if (attributes.isRegularFile()) {
                    read(file, attributes.size());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void read(Path file, long size) {
        String name = name(file);
        String shown = root.relativize(file).toString().replace('\\', '/');
        boolean vendored = shown.startsWith("vendor/") || shown.contains("/vendor/");
        boolean module = name.equals("go.mod") || name.equals("go.work");
        boolean versions = name.equals(".go-version") || name.equals(".tool-versions") || name.equals("mise.toml") || name.equals(".mise.toml");
        boolean list = shown.endsWith("vendor/modules.txt");
        if (!module && !versions && !list && (vendored || !isScript(name))) {
            return;
        }
        if (size > LARGEST) {
            large++;
            return;
        }
        List<String> lines = lines(file);
        if (module) {
            ModuleLines read = ModuleLines.of(lines, shown, shown.indexOf('/') < 0 ? How.DECLARED : How.IMPLICIT);
            found.addAll(read.declarations());
            needed.addAll(read.needed());
        } else if (versions) {
            readVersions(lines, name, shown);
        } else if (list) {
            readVendored(lines, shown);
        } else {
            found.addAll(ScriptLines.of(lines, shown));
        }
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private static boolean isScript(String name) {
        return name.matches("(?i).*\\.(?:sh|bash|zsh|ps1|bat|cmd|mk|groovy|ya?ml|dockerfile)|(?:GNU)?Makefile|makefile|.*Dockerfile.*"
                + "|.*Containerfile.*|Jenkinsfile.*|package\\.json|Taskfile.*|justfile|\\.envrc|configure");
    }

    private void readVersions(List<String> lines, String name, String shown) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String[] words = line.replaceAll("[\"'=]", " ").split("\\s+");
            boolean manager = words.length > 1 && (words[0].equals("golang") || words[0].equals("go"));
            if (name.equals(".go-version") && line.matches("\\d.*")) {
                found.add(new Declaration(name, true, line, How.DECLARED, shown, i + 1));
            } else if (manager && words[1].matches("\\d.*")) {
                found.add(new Declaration(name, true, words[1], How.DECLARED, shown, i + 1));
            }
        }
    }

    /** {@code # path version} and, below it, {@code ## explicit; go 1.22}. */
    private void readVendored(List<String> lines, String shown) {
        String module = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("# ")) {
                module = line.substring(2).split(" ")[0];
            } else if (line.startsWith("## ") && line.contains("go 1")) {
                String version = line.substring(line.indexOf("go 1") + 3).split("[;\\s]")[0];
                found.add(new Declaration(module + " (vendored)", true, version, How.IMPLICIT, shown, i + 1));
            }
        }
    }

    /** The go.mod of each module that is needed, where the cache has it. */
    private void searchModuleCache(Map<String, String> environment) {
        Path cache = moduleCache(environment);
        if (cache == null || !Files.isDirectory(cache)) {
            if (!needed.isEmpty()) {
                notes.add("The go.mod files of needed modules were not read: there is no module cache here.");
            }
            return;
        }
        Set<String> done = new java.util.HashSet<>();
        for (ModuleLines.Needed one : List.copyOf(needed)) {
            Path file = cache.resolve("cache/download/" + escaped(one.path()) + "/@v/" + escaped(one.version()) + ".mod").normalize();
            if (file.startsWith(cache) && done.add(file.toString()) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                for (Declaration declaration : ModuleLines.of(lines(file), file.toString(), How.IMPLICIT).declarations()) {
                    found.add(new Declaration(
                            one.path() + "@" + one.version() + declaration.component().replaceAll("^.*( \\(\\w+\\))$", "$1"),
                            true, declaration.version(), How.IMPLICIT, declaration.file(), declaration.line()));
                }
            }
        }
    }

    private static Path moduleCache(Map<String, String> environment) {
        String cache = environment.getOrDefault("GOMODCACHE", "");
        String path = environment.getOrDefault("GOPATH", "");
        String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", ""));
        if (!cache.isEmpty()) {
            return Path.of(cache);
        }
        if (!path.isEmpty()) {
            return Path.of(path.split(java.io.File.pathSeparator)[0], "pkg", "mod");
        }
        return home.isEmpty() ? null : Path.of(home, "go", "pkg", "mod");
    }

    /** As the module cache has it: a capital letter is an exclamation mark and the small one. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append(c >= 'A' && c <= 'Z' ? "!" + Character.toLowerCase(c) : String.valueOf(c));
        }
        return escaped.toString();
    }

    private static List<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
