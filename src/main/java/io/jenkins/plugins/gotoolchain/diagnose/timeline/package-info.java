/** Shows what was seen of one download: as a few lines for a console, and as a picture for a page. */
package io.jenkins.plugins.gotoolchain.diagnose.timeline;
