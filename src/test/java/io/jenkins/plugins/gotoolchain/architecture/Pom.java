package io.jenkins.plugins.gotoolchain.architecture;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One of the two poms, as it is written: no parent, no BOM, properties of its own only. */
final class Pom {

    private final Element project;

    private Pom(Element project) {
        this.project = project;
    }

    static Pom read(String path) throws Exception {
        File file = SourceTree.root().resolve(path).toFile();
        return new Pom(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).getDocumentElement());
    }

    /** The text under the project, for example {@code text("scm", "url")}, with this pom's properties put in. */
    String text(String... names) {
        Element at = project;
        for (String name : names) {
            at = children(at, name).stream().findFirst().orElseThrow(() -> new AssertionError("no " + name + " in the pom"));
        }
        return expand(at.getTextContent().trim());
    }

    /** Puts this pom's properties, and its own artifactId and version, in for {@code ${…}}. */
    String expand(String text) {
        String expanded = text;
        for (int depth = 0; depth < 5 && expanded.contains("${"); depth++) {
            for (Element property : children(children(project, "properties").get(0), null)) {
                expanded = expanded.replace("${" + property.getTagName() + "}", property.getTextContent().trim());
            }
            for (String name : List.of("artifactId", "version")) {
                String value = children(project, name).get(0).getTextContent().trim();
                expanded = expanded.replace("${project." + name + "}", value);
            }
        }
        return expanded;
    }

    /** The versions of the dependencies that have one, by {@code group:artifact}. */
    Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        for (Element dependency : children(children(project, "dependencies").get(0), "dependency")) {
            Optional<Element> version = children(dependency, "version").stream().findFirst();
            version.ifPresent(each -> versions.put(
                    children(dependency, "groupId").get(0).getTextContent()
                            + ":" + children(dependency, "artifactId").get(0).getTextContent(),
                    expand(each.getTextContent().trim())));
        }
        return versions;
    }

    /** The artifacts that the plugin needs at run time, in order: those without a scope. */
    List<String> pluginDependencies() {
        List<String> artifacts = new ArrayList<>();
        for (Element dependency : children(children(project, "dependencies").get(0), "dependency")) {
            if (children(dependency, "scope").isEmpty()) {
                artifacts.add(children(dependency, "artifactId").get(0).getTextContent());
            }
        }
        return artifacts;
    }

    private static List<Element> children(Element parent, String nameOrNull) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && (nameOrNull == null || element.getTagName().equals(nameOrNull))) {
                found.add(element);
            }
        }
        return found;
    }
}
