package io.jenkins.plugins.gotoolchain.jenkins.login;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernameCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.environment.GoSettings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jenkins.model.Jenkins;

/**
 * A login for private proxies and hosts, while a block runs: in files that only the agent's user may read. The environment has
 * the names of the files, and never the secret.
 */
public interface BlockLogin {

    /**
     * @param credentialsId of a user with a password, or of a user with a private key for ssh
     * @param settings of the block, which name the hosts
     * @throws AbortException where the build has no such credentials
     */
    static BlockLogin of(String credentialsId, Run<?, ?> run, GoSettings settings) throws IOException {
        StandardUsernameCredentials found =
                CredentialsProvider.findCredentialById(credentialsId, StandardUsernameCredentials.class, run, List.of());
        BlockLogin login = null;
        if (found instanceof StandardUsernamePasswordCredentials password) {
            login = PasswordLogin.of(credentialsId, password, LoginHosts.of(settings));
        } else if (found != null && Jenkins.get().getPlugin("ssh-credentials") != null) {
            login = KeyLogin.of(credentialsId, found, settings);
        }
        if (login == null) {
            throw new AbortException("There are no credentials \"" + credentialsId
                    + "\" that this build may use, with a user name and a password or a private key for ssh.\n"
                    + "  to do: create them for this folder or for all, or correct the credentialsId of withGo");
        }
        CredentialsProvider.track(run, found);
        return login;
    }

    /** For which it is, with their ports where they have one. */
    Set<String> hosts();

    SecretMask mask();

    /** Makes the folder and writes the login into it; one of that name is an earlier try's, and goes first. */
    void write(FilePath folder) throws IOException, InterruptedException;

    /**
     * How the go command finds the login, and the git that it calls for modules without a proxy.
     *
     * @param folder as {@link #write} made it
     * @param environment that the block begins with: what it configures of git goes on
     */
    Map<String, String> variables(FilePath folder, EnvVars environment);
}
