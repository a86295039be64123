package io.jenkins.plugins.gotoolchain.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.gotoolchain.trust.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

public class ReceiptDemandsTest {

    private static final String SHA256 = "a".repeat(64);
    private static final String OURS = "EB4C1BFD4F042F6DDDCCEC917721F63BD38B4796";
    private static final String ANOTHER = "4CCA1EAF950CEE4AB83976DCA040830F7FAC5991";

    private static ReceiptDemands requiring(Requirement... required) {
        return new ReceiptDemands(Set.of(required), Set.of(), OURS, Map.of(), List.of());
    }

    @Test
    public void aSignatureByThePinnedKeyMeetsTheDemandForOne() {
        assertThat(requiring(Requirement.SIGNATURE).objection(SHA256, "", List.of("signature " + OURS))).isEmpty();
        assertThat(requiring(Requirement.SIGNATURE).objection(SHA256, "", List.of("sha256", "signature " + OURS))).isEmpty();
    }

    @Test
    public void oneByAnotherKeyOrByNobodyKnownDoesNot() {
        for (String signed : List.of("signature " + ANOTHER, "signature", "signature of a later time")) {
            assertThat(requiring(Requirement.SIGNATURE).objection(SHA256, "", List.of("sha256", signed)))
                    .get().asString()
                    .contains("requires evidence of kind signature by the key " + OURS)
                    .contains("installed on sha256 and " + signed);
        }
    }

    @Test
    public void whatStandsOnASignatureByAnotherKeyAloneStandsOnNothing() {
        assertThat(requiring().objection(SHA256, "", List.of("signature " + ANOTHER)))
                .get().asString()
                .contains("on a signature " + ANOTHER)
                .contains("the key that counts is " + OURS);
        assertThat(requiring().objection(SHA256, "", List.of("signature " + ANOTHER, "sha256"))).isEmpty();
    }

    @Test
    public void whereNoKeyIsNamedAnySignatureCounts() {
        ReceiptDemands demands = new ReceiptDemands(Set.of(Requirement.SIGNATURE), Set.of());
        assertThat(demands.objection(SHA256, "", List.of("signature " + ANOTHER))).isEmpty();
        assertThat(demands.objection(SHA256, "", List.of("sumdb"))).get().asString().contains("of kind signature, it was");
        assertThat(ReceiptDemands.NONE.objection(SHA256, "", List.of("signature " + ANOTHER))).isEmpty();
    }
}
