/**
 * What administrators decide, for all builds, for a folder or for a node, and what it comes to for the engine: the
 * sources with their logins, the proofs that are required, the allowed versions and the known ones, the variables of
 * builds. A form says at once what the engine would say later. Nothing here runs on a node.
 */
package io.jenkins.plugins.gotoolchain.jenkins.configuration;
