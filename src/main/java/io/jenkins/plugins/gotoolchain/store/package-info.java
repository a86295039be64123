/**
 * The toolchains that are kept on one node. In come a staged tree, its manifest and the proof that {@code trust} made
 * of it; out go toolchains that have all they had when they were proven.
 *
 * <p>A toolchain exists if and only if its folder and a receipt that matches it exist. Both get their final name in
 * one rename, and only {@link io.jenkins.plugins.gotoolchain.store.ToolchainStore#publish} gives final names, to
 * nothing but what a proof names. Whatever is interrupted, at any moment, leaves only what the next run sweeps.
 *
 * <pre>
 * &lt;root&gt;/go1.24.1.linux-amd64/     a toolchain (GOROOT), with .receipt.json, .manifest and .stamp in it
 * &lt;root&gt;/.staging/                 being unpacked; beside each folder a lock that its owner holds
 * &lt;root&gt;/.partial/  .cache/        unfinished downloads; answers of indexes
 * &lt;root&gt;/.lock/                    locks, never deleted; their times say when a toolchain was last used
 * &lt;root&gt;/.aside/                   what was found damaged, with a note, for a week
 * &lt;root&gt;/.trash/                   what is being deleted
 * </pre>
 *
 * <p>Of the file system, a shared disk as well, it assumes: renaming a folder is atomic for all who look; byte-range
 * locks (POSIX {@code fcntl}, Windows {@code LockFile}) hold between all processes that use the store, and end with
 * their process or its host (on NFS: version 4, or 3 with its lock daemon; not mounted {@code nolock}); all processes
 * use it as one user, or as users who may write each other's files. Where locks are missing it says so and stops.
 * Losing power may leave files cut short: the check on every use finds that.
 */
package io.jenkins.plugins.gotoolchain.store;
