/** What the tests of several rooms of the Jenkins side begin with. */
package io.jenkins.plugins.gotoolchain.jenkins.testing;
