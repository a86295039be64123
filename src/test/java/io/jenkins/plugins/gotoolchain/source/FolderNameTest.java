package io.jenkins.plugins.gotoolchain.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import org.junit.Test;

public class FolderNameTest {

    @Test
    public void aPathIsTakenAsItIs() throws Exception {
        assertThat(FolderName.of("/srv/a b%20c", false)).isEqualTo("/srv/a b%20c");
        assertThat(FolderName.of("archives", false)).isEqualTo("archives");
        assertThat(FolderName.of("C:\\go archives", true)).isEqualTo("C:\\go archives");
        assertThat(FolderName.of("C:/go", true)).isEqualTo("C:/go");
    }

    @Test
    public void aUrlIsDecoded() throws Exception {
        assertThat(FolderName.of("///srv/a%20b+c", false)).isEqualTo("/srv/a b+c");
        assertThat(FolderName.of("//localhost/srv/go", false)).isEqualTo("/srv/go");
        assertThat(FolderName.of("///C:/go%20archives", true)).isEqualTo("C:\\go archives");
    }

    @Test
    public void aShareIsReachedOnWindows() throws Exception {
        assertThat(FolderName.of("\\\\server\\share\\go", true)).isEqualTo("\\\\server\\share\\go");
        assertThat(FolderName.of("//server/share/go", true)).isEqualTo("\\\\server\\share\\go");
    }

    @Test
    public void aShareIsRefusedElsewhere() {
        assertThatThrownBy(() -> FolderName.of("//server/share/go", false))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("another host");
    }

    @Test
    public void nothingIsNoFolder() {
        assertThatThrownBy(() -> FolderName.of(" ", false)).isInstanceOf(ConfigurationException.class);
    }
}
