/** Names on a failed build's page what its log shows. */
package io.jenkins.plugins.gotoolchain.jenkins.diagnosis;
