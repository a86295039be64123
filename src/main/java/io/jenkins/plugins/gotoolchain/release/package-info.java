/**
 * What Go publishes: platforms, archives and their names, the release index of a download site, the list of toolchains
 * of a module proxy. In: bytes of indexes and lists, and facts of a node. Out: records. It promises that odd entries
 * are survived, that a document which is no index says so, that no name from outside can leave a folder, and that a
 * missing digest stays missing.
 */
package io.jenkins.plugins.gotoolchain.release;
