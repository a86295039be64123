package io.jenkins.plugins.gotoolchain.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.generator.InRange;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import java.util.Arrays;
import java.util.Random;
import org.junit.runner.RunWith;

@RunWith(JUnitQuickcheck.class)
public class ElfHeaderPropertyTest {

    @Property(trials = 2000)
    public void noBytesMakeItThrow(@InRange(min = "0") long seed) {
        Random random = new Random(seed);
        byte[] bytes = random.nextBoolean() ? Node.elf64(62, "/lib/x") : Node.elf32(40, "/lib/y");
        for (int i = random.nextInt(8); i >= 0; i--) {
            bytes[4 + random.nextInt(random.nextBoolean() ? 60 : bytes.length - 4)] = (byte) random.nextInt(256);
        }
        ElfHeader header = ElfHeader.parse(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        if (header != null) {
            assertThat(header.bits()).isIn(32, 64);
            assertThat(header.loader()).isNotNull();
        }
    }
}
