package io.jenkins.plugins.gotoolchain.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.jenkins.plugins.gotoolchain.release.Platform;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.Test;

/** That nobody but the verifier can make a proof. */
public class ProofTest {

    private static final List<Class<?>> PROOFS = List.of(Proof.class, ProvenArchive.class);

    @Test
    public void aProofHasNoConstructorForOthersAndNoSubclass() {
        for (Class<?> proof : PROOFS) {
            assertThat(Modifier.isFinal(proof.getModifiers())).as("%s is final", proof).isTrue();
            for (Constructor<?> constructor : proof.getDeclaredConstructors()) {
                assertThat(constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)).isZero();
            }
        }
    }

    @Test
    public void aProofCannotBeCopiedNorReadFromAStream() {
        for (Class<?> proof : PROOFS) {
            assertThat(Serializable.class.isAssignableFrom(proof)).isFalse();
            assertThat(Cloneable.class.isAssignableFrom(proof)).isFalse();
        }
    }

    @Test
    public void aProofCannotBeChanged() {
        for (Class<?> proof : PROOFS) {
            for (Field field : proof.getDeclaredFields()) {
                assertThat(Modifier.isFinal(field.getModifiers())).as(field.toString()).isTrue();
            }
        }
    }

    @Test
    public void onlyTheVerifierGivesProofs() throws Exception {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.jenkins.plugins.gotoolchain");
        for (Class<?> proof : PROOFS) {
            assertThat(classes.get(proof).getConstructorCallsToSelf())
                    .isNotEmpty()
                    .extracting(JavaConstructorCall::getOriginOwner)
                    .allMatch(origin -> origin.isEquivalentTo(Verifier.class));
            for (Method method : proof.getDeclaredMethods()) {
                assertThat(method.getReturnType()).isNotEqualTo(proof);
            }
        }
    }

    @Test
    public void thereIsNoProofWithoutEvidence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proof(
                        Samples.BYTES, 1, "", Samples.OTHER, new GoVersion("1.24.1"), new Platform("linux", "amd64"), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sha256Evidence(Samples.BYTES, List.of(), List.of("a mirror")));
    }
}
