package io.jenkins.plugins.gotoolchain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.junit.Test;

/** The arrows between the rooms, as {@code docs/architecture.md} draws them. */
public class RoomsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(Rooms.BASE);

    private static final Set<String> JENKINS = Set.of("hudson", "jenkins", "org.kohsuke.stapler", "org.jenkinsci");

    private final Rooms rooms = Rooms.documented();

    @Test
    public void everyPackageIsARoomOfTheTable() {
        Set<String> found = new TreeSet<>();
        for (JavaClass each : CLASSES) {
            if (!each.getSimpleName().equals("package-info")) {
                found.add(room(each));
            }
        }
        assertThat(rooms.mayUse().keySet()).containsAll(found);
    }

    @Test
    public void theTableHasNoArrowBackUp() {
        List<String> above = new ArrayList<>();
        rooms.mayUse().forEach((room, used) -> {
            assertThat(above).as("rooms above %s", room).containsAll(used);
            above.add(room);
        });
        assertThat(above).hasSizeGreaterThan(20);
    }

    @Test
    public void aRoomUsesOnlyTheRoomsThatTheTableAllows() {
        assertThat(violations((from, to) ->
                        Rooms.of(to.getPackageName()).map(room -> rooms.allows(room(from), room)).orElse(true)))
                .isEmpty();
    }

    @Test
    public void theEngineKnowsNoJenkins() {
        assertThat(violations((from, to) -> isJenkinsSide(from) || !isIn(to, JENKINS))).isEmpty();
    }

    @Test
    public void theEngineNeedsOnlyTheJdkJacksonsStreamsTheTarReaderAndOpenPgp() {
        Set<String> allowed = Set.of(
                Rooms.BASE, "java", "javax.crypto", "javax.net", "javax.naming", "javax.security.auth", "com.fasterxml.jackson.core", "org.apache.commons.compress",
                "org.bouncycastle", "edu.umd.cs.findbugs.annotations");
        assertThat(violations((from, to) -> isJenkinsSide(from) || room(from).equals("cli") || isIn(to, allowed)))
                .isEmpty();
    }

    @Test
    public void onlyTheArchiveRoomKnowsCommonsCompress() {
        assertThat(violations((from, to) ->
                        room(from).equals("archive") || !isIn(to, Set.of("org.apache.commons.compress"))))
                .isEmpty();
    }

    /** It is loaded where a signature is wanted, and in no other process. */
    @Test
    public void onlyTheOpenPgpPartOfTrustKnowsBouncyCastle() {
        String part = Rooms.BASE + ".trust.openpgp";
        assertThat(violations((from, to) ->
                        from.getPackageName().equals(part) || !isIn(to, Set.of("org.bouncycastle"))))
                .isEmpty();
    }

    @Test
    public void whatOnlyTheCommandLineHasIsUsedByNothingElse() {
        Set<String> commandLine = Set.of("picocli", "me.tongfei.progressbar", "org.jline");
        assertThat(violations((from, to) -> room(from).equals("cli") || !isIn(to, commandLine))).isEmpty();
    }

    private static List<String> violations(BiPredicate<JavaClass, JavaClass> allowed) {
        List<String> found = new ArrayList<>();
        for (JavaClass from : CLASSES) {
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass to = dependency.getTargetClass().getBaseComponentType();
                if (!to.isPrimitive() && !allowed.test(from, to)) {
                    found.add(dependency.getDescription());
                }
            }
        }
        return found;
    }

    private static boolean isIn(JavaClass type, Set<String> packages) {
        String name = type.getPackageName();
        return packages.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + "."));
    }

    private static boolean isJenkinsSide(JavaClass type) {
        return Rooms.isJenkinsSide(room(type));
    }

    private static String room(JavaClass type) {
        return Rooms.of(type.getPackageName()).orElseThrow();
    }
}
