package io.jenkins.plugins.gotoolchain.jenkins.login;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.EnvVars;
import hudson.FilePath;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A user and a password for private proxies and hosts: in a netrc file, and one of git's. */
final class PasswordLogin implements BlockLogin {

    private final String user;
    private final String password;
    private final Set<String> hosts;

    private PasswordLogin(String user, String password, Set<String> hosts) {
        this.user = user;
        this.password = password;
        this.hosts = hosts;
    }

    /** @throws ConfigurationException where the go command could not read them */
    static PasswordLogin of(String credentialsId, StandardUsernamePasswordCredentials found, Set<String> hosts)
            throws ConfigurationException {
        String user = found.getUsername();
        String password = found.getPassword().getPlainText();
        if (user.isEmpty() || password.isEmpty() || (user + password).chars().anyMatch(c -> c <= ' ')) {
            throw new ConfigurationException(
                    "The credentials \"" + credentialsId + "\" cannot be written for the go command: a netrc file can hold"
                            + " neither an empty name or password nor blanks in them",
                    "use a token without blanks as password");
        }
        return new PasswordLogin(user, password, hosts);
    }

    @Override
    public Set<String> hosts() {
        return hosts;
    }

    @Override
    public SecretMask mask() {
        return new SecretMask(user, password);
    }

    @Override
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
        folder.act(new WritePrivateFiles(Map.of("netrc", netrc.toString(), "git", git.toString()), Set.of()));
    }

    private void machine(StringBuilder netrc, String host) {
        netrc.append("machine ").append(host).append(" login ").append(user).append(" password ").append(password).append('\n');
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public Map<String, String> variables(FilePath folder, EnvVars environment) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("NETRC", folder.child("netrc").getRemote());
        variables.put("GOAUTH", "netrc");
        String file = folder.child("git").getRemote().replace('\\', '/').replace("'", "'\\''");
        Map<String, String> git = new LinkedHashMap<>();
        for (String host : hosts) {
            git.put("credential.https://" + host + ".helper", "store --file='" + file + "'");
        }
        variables.putAll(GitConfig.more(git, environment));
        return variables;
    }
}
