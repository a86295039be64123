package com.cloudbees.jenkins.plugins.sshcredentials;

public interface SSHUser extends com.cloudbees.plugins.credentials.common.StandardUsernameCredentials {
}
