package io.jenkins.plugins.gotoolchain.jenkins.login;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A user and a secret for private proxies and hosts, while a block runs: in files that only the agent's user may read.
 * The environment has the names of the files, and never the secret.
 */
public final class BlockLogin {

    private final String user;
    private final String password;
    private final Set<String> hosts;

    private BlockLogin(String user, String password, Set<String> hosts) {
        this.user = user;
        this.password = password;
        this.hosts = hosts;
    }

    /** @throws AbortException where the build has no such credentials */
    public static BlockLogin of(String credentialsId, Run<?, ?> run, Set<String> hosts) throws IOException {
        StandardUsernamePasswordCredentials found = CredentialsProvider.findCredentialById(
                credentialsId, StandardUsernamePasswordCredentials.class, run, List.of());
        if (found == null) {
            throw new AbortException("There are no credentials \"" + credentialsId
                    + "\" that this build may use, with a user name and a password.\n"
                    + "  to do: create them for this folder or for all, or correct the credentialsId of withGo");
        }
        CredentialsProvider.track(run, found);
        String user = found.getUsername();
        String password = found.getPassword().getPlainText();
        if (user.isEmpty() || password.isEmpty() || (user + password).chars().anyMatch(c -> c <= ' ')) {
            throw new ConfigurationException(
                    "The credentials \"" + credentialsId + "\" cannot be written for the go command: a netrc file can hold"
                            + " neither an empty name or password nor blanks in them",
                    "use a token without blanks as password");
        }
        return new BlockLogin(user, password, hosts);
    }

    public Set<String> hosts() {
        return hosts;
    }

    public SecretMask mask() {
        return new SecretMask(user, password);
    }

    /** Makes the folder and writes the login into it; one of that name is an earlier try's, and goes first. */
    public void write(FilePath folder) throws IOException, InterruptedException {
        StringBuilder netrc = new StringBuilder();
        StringBuilder git = new StringBuilder();
        for (String host : hosts) {
            machine(netrc, host);
            int port = host.indexOf(':');
            if (port > 0) {
                machine(netrc, host.substring(0, port)); // a go command before 1.24 looks for the host alone
            }
            git.append("https://").append(escaped(user)).append(':').append(escaped(password)).append('@').append(host).append('\n');
        }
        folder.deleteRecursive();
        folder.act(new WritePrivateFiles(Map.of("netrc", netrc.toString(), "git", git.toString())));
    }

    private void machine(StringBuilder netrc, String host) {
        netrc.append("machine ").append(host).append(" login ").append(user).append(" password ").append(password).append('\n');
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * How the go command finds the login, and the git that it calls for modules without a proxy.
     *
     * @param folder as {@link #write} made it
     * @param environment that the block begins with: what it configures of git goes on
     */
    public Map<String, String> variables(FilePath folder, EnvVars environment) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("NETRC", folder.child("netrc").getRemote());
        variables.put("GOAUTH", "netrc");
        int count = count(environment.get("GIT_CONFIG_COUNT"));
        String file = folder.child("git").getRemote().replace('\\', '/').replace("'", "'\\''");
        for (String host : hosts) {
            variables.put("GIT_CONFIG_KEY_" + count, "credential.https://" + host + ".helper");
            variables.put("GIT_CONFIG_VALUE_" + count, "store --file='" + file + "'");
            count++;
        }
        variables.put("GIT_CONFIG_COUNT", Integer.toString(count));
        return variables;
    }

    private static int count(String text) {
        try {
            return text == null ? 0 : Math.max(0, Integer.parseInt(text.trim()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
