package io.jenkins.plugins.gotoolchain.jenkins.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The number as it is kept, and what raises it. */
public class CatalogueStateTest {

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private final CatalogueState state = new CatalogueState("0123456789abcdef", 7, Map.of("pins", "a", "sources", "b"));

    @Test
    public void whatIsWrittenIsRead() throws Exception {
        Path folder = temporary.getRoot().toPath();
        state.write(folder);
        assertThat(CatalogueState.read(folder)).isEqualTo(state);
    }

    @Test
    public void whatIsDamagedIsNotThere() throws Exception {
        Path folder = temporary.getRoot().toPath();
        assertThat(CatalogueState.read(folder)).isNull();
        for (String text : new String[] {"", "of=0123456789abcdef\nnumber=many\n", "of=../x\nnumber=7\n", "\\u00zz"}) {
            Files.writeString(folder.resolve("catalogue"), text);
            assertThat(CatalogueState.read(folder)).as(text).isNull();
        }
    }

    @Test
    public void whatChangedIsNamed() {
        assertThat(state.changed(Map.of("pins", "a", "sources", "b"))).isEmpty();
        assertThat(state.changed(Map.of("pins", "x", "sources", "b"))).containsExactly("pins");
        assertThat(state.changed(Map.of("sources", "x", "keys of receipts", "y"))).containsExactly("keys of receipts", "pins", "sources");
    }
}
