package io.jenkins.plugins.gotoolchain.environment;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.util.Locale;

/** How an environment is written down, for whom. */
public enum EnvironmentFormat {
    /** POSIX: {@code eval "$(go-toolchain env 1.24.1)"}. */
    SH,
    /** A batch file of Windows: {@code go-toolchain env 1.24.1 --shell cmd > go.cmd && call go.cmd}. */
    CMD,
    /** {@code go-toolchain env 1.24.1 --shell powershell | Out-String | Invoke-Expression}. */
    POWERSHELL,
    /** For programs: {@code {"variables":{},"path":[],"pathSeparator":":","unset":[],"notes":[],"origins":{}}}. */
    JSON;

    /** @throws ConfigurationException where the format is not known */
    public static EnvironmentFormat parse(String text) throws ConfigurationException {
        return switch (text.trim().toLowerCase(Locale.ROOT)) {
            case "sh", "bash", "zsh", "dash", "ksh", "posix" -> SH;
            case "cmd", "bat", "batch" -> CMD;
            case "powershell", "pwsh", "ps1" -> POWERSHELL;
            case "json" -> JSON;
            default -> throw new ConfigurationException("There is no format \"" + text.replaceAll("\\p{Cntrl}", "?") + "\"",
                    "use sh, cmd, powershell or json");
        };
    }

    /**
     * The whole text, ended by a newline ({@code \r\n} for {@link #CMD}).
     *
     * @param origins where settings come from, for the format that has a place for it
     */
    public String print(GoEnvironment environment, SettingOrigins origins) {
        return switch (this) {
            case SH -> ShText.of(environment);
            case CMD -> CmdText.of(environment);
            case POWERSHELL -> PowerShellText.of(environment);
            case JSON -> JsonText.of(environment, origins);
        };
    }
}
