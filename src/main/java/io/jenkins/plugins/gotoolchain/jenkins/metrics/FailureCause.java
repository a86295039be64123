package io.jenkins.plugins.gotoolchain.jenkins.metrics;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VersionException;

/** Who must act, in a word that alerts are written with: it does not change with the names of classes. */
final class FailureCause {

    private FailureCause() {}

    static String of(ToolchainException failure) {
        if (failure instanceof VersionException) {
            return "version";
        }
        if (failure instanceof UnreachableException) {
            return "unreachable";
        }
        if (failure instanceof DisagreementException) {
            return "disagreement";
        }
        if (failure instanceof StoreException) {
            return "store";
        }
        return failure instanceof ConfigurationException ? "configuration" : "verification";
    }
}
