package io.jenkins.plugins.gotoolchain.buildcache;

import java.time.Duration;

/**
 * How long the server is waited for.
 *
 * @param connect for a connection
 * @param answer for a whole exchange, over what its bytes may take
 * @param leastRate bytes a second, below which it is too slow to be of use
 * @param drain for the uploads that are left at the end
 */
record Patience(Duration connect, Duration answer, long leastRate, Duration drain) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), 256 << 10, Duration.ofSeconds(30));

    Duration forBytes(long bytes) {
        return answer.plusMillis(bytes * 1000 / leastRate);
    }
}
