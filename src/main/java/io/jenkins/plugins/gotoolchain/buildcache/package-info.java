/**
 * The go command's external build cache, {@code GOCACHEPROG} (cmd/go/internal/cacheprog in Go's own source). In: requests
 * on a stream; out: answers on another, with files of a folder that is shared by the processes of this machine, and
 * through a plain HTTP server with those of others. It promises that what is missing, damaged, slow or out of reach is a
 * miss, never an error of the build. A digest holds against damage, not against whoever may write to the server.
 */
package io.jenkins.plugins.gotoolchain.buildcache;
