/**
 * Where builds on one node keep modules ({@code GOMODCACHE}) and build results ({@code GOCACHE}): the folders, how far each is
 * shared, what is new in them and what goes. In: a wish for one build; out: folders, and counts. What lies in them is Go's:
 * cmd/go/internal/modfetch (cache.go) and cmd/go/internal/cache define it.
 */
package io.jenkins.plugins.gotoolchain.gocache;
