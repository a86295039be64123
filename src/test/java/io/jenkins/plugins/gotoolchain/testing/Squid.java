package io.jenkins.plugins.gotoolchain.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * squid as a proxy that wants credentials. It resolves {@link #HOST} to loopback, since no client asks a proxy for a
 * loopback address itself.
 */
public final class Squid extends Daemon {

    /** A name that only this proxy knows. */
    public static final String HOST = "go-mirror.test";

    private final Path access;

    public Squid(Path folder, String user, String secret) throws IOException, InterruptedException {
        super(open(folder), """
                http_port 127.0.0.1:PORT
                visible_hostname squid.test
                hosts_file FOLDER/hosts
                auth_param basic program HELPER FOLDER/passwords
                auth_param basic children 1 startup=1 idle=1
                auth_param basic realm builds
                acl known proxy_auth REQUIRED
                http_access allow known
                http_access deny all
                cache deny all
                logformat short %un %rm %ru %>Hs
                access_log stdio:FOLDER/access short
                cache_log FOLDER/cache.log
                cache_store_log none
                pid_filename FOLDER/pid
                coredump_dir FOLDER
                netdb_filename none
                shutdown_lifetime 0 seconds
                """.replace("FOLDER", prepared(folder, user, secret).toString()).replace("HELPER", program(
                        "/usr/lib/squid/basic_ncsa_auth", "/usr/lib64/squid/basic_ncsa_auth", "/usr/libexec/squid/basic_ncsa_auth")),
                program("/usr/sbin/squid", "/usr/local/sbin/squid"), "-N", "-d", "0", "-f", "FILE");
        access = folder.resolve("access");
    }

    private static Path prepared(Path folder, String user, String secret) throws IOException {
        Files.writeString(folder.resolve("hosts"), "127.0.0.1 " + HOST + "\n");
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(secret.getBytes(StandardCharsets.UTF_8));
            Files.writeString(folder.resolve("passwords"), user + ":" + HexFormat.of().formatHex(digest) + "\n");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return folder;
    }

    /** A line a request that came through: user, method, target, status. */
    public String access() throws IOException {
        return Files.exists(access) ? Files.readString(access) : "";
    }
}
