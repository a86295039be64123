/**
 * What the time of builds with Go went into: kept with each build, drawn on its page, and for the last builds on the job's.
 * In: what nodes say of an installation and of a block's caches; out: pages and the REST API.
 */
package io.jenkins.plugins.gotoolchain.jenkins.times;
