package io.jenkins.plugins.gotoolchain.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** nginx as a mirror. */
public final class Nginx extends Daemon {

    /**
     * @param folder of its own
     * @param site what it serves
     * @param rules inside {@code server { }}
     */
    public Nginx(Path folder, Path site, String rules) throws IOException, InterruptedException {
        this(folder, site, rules, "");
    }

    /** One that speaks TLS. @param identity its certificate with those above it, and its key, in one PEM file */
    public static Nginx secure(Path folder, Path site, String rules, Path identity) throws IOException, InterruptedException {
        return new Nginx(folder, site, "ssl_certificate " + identity + "; ssl_certificate_key " + identity + "; " + rules, " ssl");
    }

    private Nginx(Path folder, Path site, String rules, String kind) throws IOException, InterruptedException {
        super(folder, """
                daemon off;
                master_process off;
                pid FOLDER/pid;
                error_log stderr warn;
                events { worker_connections 64; }
                http {
                  types { application/json json; application/gzip gz; text/plain sha256; }
                  access_log off;
                  client_body_temp_path FOLDER/body;
                  proxy_temp_path FOLDER/proxy;
                  fastcgi_temp_path FOLDER/fastcgi;
                  uwsgi_temp_path FOLDER/uwsgi;
                  scgi_temp_path FOLDER/scgi;
                  server { listen 127.0.0.1:PORTKIND; root SITE; RULES }
                }
                """.replace("FOLDER", folder.toString()).replace("SITE", site.toString())
                        .replace("KIND", kind).replace("RULES", rules),
                program("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"), "-e", "stderr", "-p", folder.toString(), "-c", "FILE");
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }
}
