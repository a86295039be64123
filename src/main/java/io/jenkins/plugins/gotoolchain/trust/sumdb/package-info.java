/**
 * A client of Go's checksum database (go.dev/ref/mod#checksum-database). In go a module's path and version; out comes
 * the hash that the database has for it, after the answer was shown to be a record of a signed, append-only tree that
 * extends every tree seen before. Promise: what is not in that tree is never returned; the newest tree seen is kept on
 * disk and never goes back; two signed trees that disagree are an alarm that shows both.
 *
 * <p>From the bottom: {@code Hash}, {@code Subtree} and {@code Tile} are the arithmetic of the tree;
 * {@code AuthenticTiles} lets a hash be read only from a tile that was authenticated; {@code SignedNote},
 * {@code TreeHead} and {@code ChecksumRecord} are the formats; {@code ChecksumKey} and {@code SumdbSettings} say whom to
 * believe; {@code HttpSumdb} and {@code TileShelf} bring the bytes; {@code KeptHead} is the memory; and
 * {@code ChecksumDatabase} is the road through them.
 */
package io.jenkins.plugins.gotoolchain.trust.sumdb;
