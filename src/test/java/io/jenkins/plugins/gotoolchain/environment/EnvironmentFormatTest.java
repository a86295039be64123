package io.jenkins.plugins.gotoolchain.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class EnvironmentFormatTest {

    private static GoEnvironment one(String value, boolean windows) {
        return new GoEnvironment(new LinkedHashMap<>(Map.of("V", value)), List.of(windows ? "C:\\go\\bin" : "/go/bin"),
                List.of("GOTOOLDIR"), windows, List.of());
    }

    @Test
    public void shellsAreFoundByTheNamesPeopleUse() throws Exception {
        assertThat(EnvironmentFormat.parse("bash")).isEqualTo(EnvironmentFormat.SH);
        assertThat(EnvironmentFormat.parse("PowerShell")).isEqualTo(EnvironmentFormat.POWERSHELL);
        assertThat(EnvironmentFormat.parse("cmd")).isEqualTo(EnvironmentFormat.CMD);
    }

    @Test
    public void anUnknownShellIsNamed() {
        assertThatThrownBy(() -> EnvironmentFormat.parse("fish"))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("\"fish\"");
    }

    @Test
    public void cmdIsABatchFile() {
        assertThat(EnvironmentFormat.CMD.print(one("x y", true), SettingOrigins.none())).isEqualTo(
                "@set \"GOTOOLDIR=\"\r\n@set \"V=x y\"\r\n@set \"PATH=C:\\go\\bin;%PATH%\"\r\n");
    }

    @Test
    public void cmdKeepsWhatItWouldTakeForSyntax() {
        assertThat(CmdText.assignment("V", "a&b|c<d>e^f")).isEqualTo("\"V=a&b|c<d>e^f\"");
        assertThat(CmdText.assignment("V", "100%")).isEqualTo("\"V=100%%\"");
        assertThat(CmdText.assignment("V", "%PATH%")).isEqualTo("\"V=%%PATH%%\"");
        assertThat(CmdText.assignment("V", "wow!")).isEqualTo("\"V=wow!\"");
        assertThat(CmdText.assignment("V", "'$x` \u00e4")).isEqualTo("\"V='$x` \u00e4\"");
        assertThat(CmdText.assignment("V", "\"-ldflags=-s -w\" & x"))
                .isEqualTo("V=^\"-ldflags=-s -w^\" ^& x");
        assertThat(CmdText.assignment("V", "\"%\"(^)")).isEqualTo("V=^\"%%^\"^(^^^)");
    }

    @Test
    public void powerShellDoublesEveryQuoteItKnows() {
        assertThat(PowerShellText.quote("it's")).isEqualTo("'it''s'");
        assertThat(PowerShellText.quote("\u2018\u2019\u201a\u201b")).isEqualTo("'\u2018\u2018\u2019\u2019\u201a\u201a\u201b\u201b'");
        assertThat(PowerShellText.quote("$env:X `n \"q\" %")).isEqualTo("'$env:X `n \"q\" %'");
    }

    @Test
    public void powerShellRunsOnBothKindsOfNode() {
        assertThat(EnvironmentFormat.POWERSHELL.print(one("x", true), SettingOrigins.none()))
                .contains("$env:V = 'x'\n")
                .contains("$env:PATH = 'C:\\go\\bin' + $(if ($env:PATH) { ';' + $env:PATH })\n")
                .contains("Remove-Item -LiteralPath 'Env:GOTOOLDIR' -ErrorAction SilentlyContinue\n");
        assertThat(EnvironmentFormat.POWERSHELL.print(one("x", false), SettingOrigins.none())).contains("{ ':' + $env:PATH }");
    }

    @Test
    public void jsonHasEveryValueAsItIs() throws Exception {
        String value = "'\"\\$`!%^&\t\u00e4\u4e2d";
        List<String> texts = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(EnvironmentFormat.JSON.print(one(value, false), SettingOrigins.none()))) {
            while (json.nextToken() != null) {
                if (json.currentToken().isScalarValue()) {
                    texts.add(json.getText());
                }
            }
        }
        assertThat(texts).containsExactly(value, "/go/bin", ":", "GOTOOLDIR");
    }
}
