package io.jenkins.plugins.gotoolchain.provision;

/** Numbers of bytes as people read them, in binary units. */
public final class Bytes {

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Bytes() {}

    /** {@code 79.0 MiB}. */
    public static String of(long bytes) {
        int unit = 0;
        long scaled = bytes * 10;
        while (scaled >= 10240 && unit < UNITS.length - 1) {
            scaled /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : scaled / 10 + "." + scaled % 10 + " " + UNITS[unit];
    }
}
