package io.jenkins.plugins.gotoolchain.provision;

import io.jenkins.plugins.gotoolchain.store.Toolchain;
import io.jenkins.plugins.gotoolchain.version.Resolution;

/**
 * A toolchain that is there.
 *
 * @param toolchain where it is, and its receipt
 * @param resolution what was asked for and how it came to this version
 * @param installedNow whether it was put there by this call
 * @param fetched the bytes that crossed the wire for it now
 * @param spent what that took
 */
public record Provisioned(Toolchain toolchain, Resolution resolution, boolean installedNow, long fetched, Spent spent) {}
