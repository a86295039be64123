package io.jenkins.plugins.gotoolchain.archive;

/**
 * One entry of a zip as its central directory has it.
 *
 * @param name ends in {@code /} for a folder
 * @param flags the general purpose bits
 * @param method 0 stored, 8 deflated
 * @param crc as stored
 * @param packed bytes in the archive
 * @param size bytes when unpacked
 * @param from where its local header begins
 * @param to where the next one, or the central directory, begins
 * @param mode Unix mode; 0 where the archive was made elsewhere
 * @param seconds when it was last changed, since 1970; -1 unknown
 */
record ZipMember(
        String name, int flags, int method, int crc, long packed, long size, long from, long to, int mode, long seconds) {

    boolean isFolder() {
        return name.endsWith("/");
    }

    ZipMember endingAt(long end) {
        return new ZipMember(name, flags, method, crc, packed, size, from, end, mode, seconds);
    }
}
