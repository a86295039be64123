/**
 * Archives that were fetched once and are given to many. In: what a node asks for; out: the answer its source would
 * give, from the cache where it is there. The cache is filled by the road alone, with what the road has proven, keeps it
 * by its SHA-256, and gives no byte that is not what was proven. Who receives it proves it again.
 */
package io.jenkins.plugins.gotoolchain.archivecache;
