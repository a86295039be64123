/** Has every byte of what nodes have read again, by and by, and tells administrators what was changed. */
package io.jenkins.plugins.gotoolchain.jenkins.audit;
