/**
 * {@code withGo}: a block with a verified Go on its path, which has proven that it runs where the block runs things, in its
 * container too. Others get the same without a step, as {@link io.jenkins.plugins.gotoolchain.jenkins.block.GivenGo}.
 */
package io.jenkins.plugins.gotoolchain.jenkins.block;
