/**
 * The one road through all rooms: select, find, fetch, verify, unpack, publish. A request and settings come in, a
 * toolchain that stands in the store with its receipt goes out, or an error that says who must act. Everything that
 * wants a toolchain goes this way; there is no other.
 */
package io.jenkins.plugins.gotoolchain.provision;
