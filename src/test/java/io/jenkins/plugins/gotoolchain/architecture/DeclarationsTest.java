package io.jenkins.plugins.gotoolchain.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What {@code central/jenkins-api} declares of Jenkins is there in the real Jenkins. */
public class DeclarationsTest {

    private static final Path DECLARATIONS = SourceTree.root().resolve("central/jenkins-api");

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    @Test
    public void whatIsDeclaredOfJenkinsIsThereInTheRealOne() throws Exception {
        assumeTrue("not run: only the real build has the real classes of Jenkins", hasJenkins());
        assertThat(differences(DECLARATIONS)).isEmpty();
    }

    /** The compiler of the other build looks at no more of them than it needs. */
    @Test
    public void theDeclarationsCompileByThemselves() throws Exception {
        Declarations.compile(DECLARATIONS, temporary.newFolder("classes").toPath());
    }

    @Test
    public void theBuildFromMavenCentralAloneRunsNothingWithTheDeclarations() {
        boolean real = SourceTree.runsIn(SourceTree.root());
        assertThat(hasJenkins()).as("Jenkins on the class path").isEqualTo(real);
    }

    @Test
    public void aDeclarationThatIsRightIsAccepted() throws Exception {
        assertThat(differences(declare("""
                public abstract class Declared extends java.util.AbstractList<String> implements java.io.Serializable {
                    public static final int LIMIT = 3;
                    protected Declared(String name) {}
                    public static void reset(int[] numbers) {}
                    protected abstract java.util.List<String> names();
                }
                """))).isEmpty();
    }

    @Test
    public void aMethodTooManyIsNamed() throws Exception {
        assertThat(differences(declare("""
                public abstract class Declared extends java.util.AbstractList<String> {
                    protected Declared(String name) {}
                    public static void reset(long[] numbers) {}
                }
                """))).singleElement().asString().contains("Declared.reset([J) void", "there is none such");
    }

    @Test
    public void anotherReturnTypeIsNamed() throws Exception {
        assertThat(differences(declare("""
                public abstract class Declared extends java.util.AbstractList<String> {
                    protected Declared(String name) {}
                    protected abstract java.util.Collection<String> names();
                }
                """))).singleElement().asString().contains("names() java.util.Collection", "there is none such");
    }

    @Test
    public void otherModifiersConstantsAncestorsAndAnnotationsAreNamed() throws Exception {
        assertThat(differences(declare("""
                @Deprecated
                public class Declared extends java.util.ArrayList<String> {
                    public static final int LIMIT = 4;
                    public Declared(String name) {}
                }
                """)))
                .anyMatch(line -> line.endsWith("Declared: is 'public abstract', not 'public'"))
                .anyMatch(line -> line.endsWith("LIMIT: is 3, not 4"))
                .anyMatch(line -> line.endsWith("Declared: is no java.util.ArrayList"))
                .anyMatch(line -> line.endsWith("Declared: has no @java.lang.Deprecated"))
                .anyMatch(line -> line.endsWith("<init>(java.lang.String): is 'protected', not 'public'"));
    }

    @Test
    public void aClassThatIsNotThereIsNamed() throws Exception {
        assertThat(differences(declare("public final class NoSuchClass { private NoSuchClass() {} }", "NoSuchClass")))
                .singleElement()
                .asString()
                .endsWith("NoSuchClass: there is no such class");
    }

    private Path declare(String source) throws Exception {
        return declare(source, "Declared");
    }

    private Path declare(String source, String name) throws Exception {
        String packageName = getClass().getPackageName();
        Path folder = Files.createDirectories(
                temporary.newFolder("sources").toPath().resolve(packageName.replace('.', '/')));
        Files.writeString(folder.resolve(name + ".java"), "package " + packageName + ";\n" + source);
        return temporary.getRoot().toPath().resolve("sources");
    }

    private List<String> differences(Path sources) throws Exception {
        return Declarations.differences(sources, temporary.newFolder("classes").toPath(), getClass().getClassLoader());
    }

    private static boolean hasJenkins() {
        try {
            Class.forName("jenkins.model.Jenkins", false, DeclarationsTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
