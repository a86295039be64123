package io.jenkins.plugins.gotoolchain.transfer;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * How this node reaches the world.
 *
 * @param profile the time-outs
 * @param proxies which proxy for which address
 * @param extraCaPem certificates in PEM form that are trusted besides the JVM's own; null if there are none
 * @param credentials by prefix of an address, {@code scheme://host[:port]/path}: the longest one that fits is sent,
 *     and to no other origin
 * @param bytesPerSecond of archives, for what nobody waits for; 0 for no limit
 * @param relay makes the requests where it can; null for none. Not a setting: it is added where the process runs
 */
public record Network(
        Profile profile,
        ProxySettings proxies,
        String extraCaPem,
        Map<String, Credentials> credentials,
        long bytesPerSecond,
        Relay relay)
        implements Serializable {

    public Network {
        credentials = new HashMap<>(credentials);
    }

    /** Without a limit, and without a relay. */
    public Network(
            Profile profile, ProxySettings proxies, String extraCaPem, Map<String, Credentials> credentials) {
        this(profile, proxies, extraCaPem, credentials, 0, null);
    }

    /** No proxy, no further trust, no credentials. */
    public static Network direct(Profile profile) {
        return new Network(profile, ProxySettings.none(), null, Map.of());
    }

    public Network with(Profile other) {
        return new Network(other, proxies, extraCaPem, credentials, bytesPerSecond, relay);
    }

    /** The same network with one more pair of credentials, for addresses that begin with {@code prefix}. */
    public Network with(String prefix, Credentials pair) {
        Map<String, Credentials> all = new HashMap<>(credentials);
        all.put(prefix, pair);
        return new Network(profile, proxies, extraCaPem, all, bytesPerSecond, relay);
    }

    /** The same through other proxies. */
    public Network through(ProxySettings others) {
        return new Network(profile, others, extraCaPem, credentials, bytesPerSecond, relay);
    }

    /** The same with requests made by someone else, where that one does it. */
    public Network relayedBy(Relay other) {
        return new Network(profile, proxies, extraCaPem, credentials, bytesPerSecond, other);
    }

    /** The same with archives that come no faster; 0 for as fast as they come. */
    public Network pacedTo(long limit) {
        return new Network(profile, proxies, extraCaPem, credentials, limit, relay);
    }

    @Override
    public String toString() {
        return "Network[" + profile.label() + ", " + proxies + (extraCaPem == null ? "" : ", extra CA") + "]";
    }
}
