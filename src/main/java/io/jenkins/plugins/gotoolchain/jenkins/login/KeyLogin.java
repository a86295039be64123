package io.jenkins.plugins.gotoolchain.jenkins.login;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.plugins.credentials.common.StandardUsernameCredentials;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.util.Secret;
import io.jenkins.plugins.gotoolchain.environment.GoSettings;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A private key for ssh: git is led from https to ssh for the private hosts. Which hosts are who they say is known by the
 * agent's own {@code known_hosts}, as always. Loaded only where the plugin ssh-credentials is there.
 */
final class KeyLogin implements BlockLogin {

    private final String user;
    private final String key;
    private final String passphrase;
    private final Set<String> hosts;

    private KeyLogin(String user, String key, String passphrase, Set<String> hosts) {
        this.user = user;
        this.key = key;
        this.passphrase = passphrase;
        this.hosts = hosts;
    }

    /** @return null where it is no such key @throws ConfigurationException where it is of no use in this block */
    static KeyLogin of(String credentialsId, StandardUsernameCredentials found, GoSettings settings) throws ConfigurationException {
        if (!(found instanceof SSHUserPrivateKey keys)) {
            return null;
        }
        Set<String> hosts = new TreeSet<>(LoginHosts.ofPrivateModules(settings));
        hosts.removeIf(host -> host.indexOf(':') >= 0); // of https, and not of ssh
        if (hosts.isEmpty()) {
            throw new ConfigurationException(
                    "withGo has a private key for ssh as credentialsId, but goprivate names no host that git would be led to",
                    "set goprivate to the host and path of the private modules, or use a user with a password for a proxy");
        }
        List<String> all = keys.getPrivateKeys();
        String user = keys.getUsername();
        if (all.isEmpty() || !user.matches("[A-Za-z0-9._-]+")) {
            throw new ConfigurationException("The credentials \"" + credentialsId + "\" have no private key, or a user that ssh cannot have",
                    "give them both: the user is git on most servers");
        }
        String text = all.get(0).replace("\r\n", "\n");
        Secret passphrase = keys.getPassphrase();
        return new KeyLogin(user, text.endsWith("\n") ? text : text + "\n",
                passphrase == null ? "" : passphrase.getPlainText(), hosts);
    }

    @Override
    public Set<String> hosts() {
        return hosts;
    }

    /** A key is on many lines, and no program prints it; a passphrase may be printed. */
    @Override
    public SecretMask mask() {
        return passphrase.isEmpty() ? null : new SecretMask(user, passphrase);
    }

    @Override
    public void write(FilePath folder) throws IOException, InterruptedException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("key", key);
        if (!passphrase.isEmpty()) {
            files.put("askpass", "#!/bin/sh\nprintf '%s\\n' '" + passphrase.replace("'", "'\\''") + "'\n");
        }
        folder.deleteRecursive();
        folder.act(new WritePrivateFiles(files, Set.of("askpass")));
    }

    @Override
    public Map<String, String> variables(FilePath folder, EnvVars environment) {
        String file = folder.child("key").getRemote().replace('\\', '/').replace("'", "'\\''");
        Map<String, String> variables = new LinkedHashMap<>();
        // As the go command itself has it where nothing is said, with the key.
        variables.put("GIT_SSH_COMMAND", "ssh -i '" + file + "' -o IdentitiesOnly=yes -o ControlMaster=no"
                + (passphrase.isEmpty() ? " -o BatchMode=yes" : ""));
        if (!passphrase.isEmpty()) {
            variables.put("SSH_ASKPASS", folder.child("askpass").getRemote());
            variables.put("SSH_ASKPASS_REQUIRE", "force");
        }
        Map<String, String> git = new LinkedHashMap<>();
        for (String host : hosts) {
            git.put("url.ssh://" + user + "@" + host + "/.insteadOf", "https://" + host + "/");
        }
        variables.putAll(GitConfig.more(git, environment));
        return variables;
    }
}
