package io.jenkins.plugins.gotoolchain.jenkins.buildcache;

import hudson.FilePath;
import io.jenkins.plugins.gotoolchain.buildcache.CacheSettings;
import io.jenkins.plugins.gotoolchain.buildcache.CacheprogFile;
import io.jenkins.plugins.gotoolchain.buildcache.CacheprogMain;
import io.jenkins.plugins.gotoolchain.environment.GoEnvironment;
import io.jenkins.plugins.gotoolchain.gocache.CacheSharing;
import io.jenkins.plugins.gotoolchain.gocache.GivenCaches;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.GoCacheSettings;
import io.jenkins.plugins.gotoolchain.jenkins.login.SecretMask;
import io.jenkins.plugins.gotoolchain.jenkins.login.WritePrivateFiles;
import io.jenkins.plugins.gotoolchain.transfer.Credentials;
import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * The build results that a block shares with others beyond its own folder: by a server, or for a reader those of its node.
 *
 * @param program for {@code GOCACHEPROG}
 * @param mask null where there is no login
 * @param host of the server; null where there is none
 */
public record SharedResults(String program, SecretMask mask, String host) {

    /** For a quick start: the go command waits for it. It lives as long as one go command, and few need it to be faster. */
    private static final String JAVA = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xmx256m -cp ";

    /**
     * @param toolchain a name of version and platform: on the server, results of others are never mixed with its own
     * @param caches of all users, on the node
     * @param secrets a folder to be made beside the workspace, which goes with the block
     * @return null where there is nothing to share, or the go command is too old for it
     */
    public static SharedResults of(GoVersion version, String toolchain, GivenCaches given, FilePath caches, FilePath secrets)
            throws IOException, InterruptedException {
        GoCacheSettings settings = GoCacheSettings.current();
        if (!GoEnvironment.knowsCacheProgram(version) || settings.getServer() == null && given.seenResults() == null) {
            return null;
        }
        Credentials login = settings.serverLogin();
        URI server = settings.getServer() == null
                ? null
                : CacheSettings.server(settings.getServer(), login != null).resolve(toolchain + "/");
        boolean reads = given.sharing() == CacheSharing.READ_ONLY;
        CacheprogOnNode.Place place = helper(caches.child("helper"));
        secrets.deleteRecursive();
        secrets.act(new WritePrivateFiles(Map.of("settings", CacheprogFile.text(new CacheSettings(
                Path.of(given.results()).resolve("shared"),
                given.seenResults() == null ? null : Path.of(given.seenResults()),
                server, login, null, null, reads, settings.limits().mostBytes()))), Set.of()));
        return new SharedResults(
                quoted(place.java()) + " " + JAVA + quoted(place.jar()) + " " + CacheprogMain.class.getName() + " "
                        + quoted(secrets.child("settings").getRemote()),
                login == null ? null : new SecretMask(login.user(), login.secret()),
                server == null ? null : server.getHost());
    }

    private static CacheprogOnNode.Place helper(FilePath folder) throws IOException, InterruptedException {
        CacheprogJar jar = CacheprogJar.get();
        CacheprogOnNode.Place place = folder.act(new CacheprogOnNode(jar.name(), jar.sha256(), null));
        return place.jar() != null ? place : folder.act(new CacheprogOnNode(jar.name(), jar.sha256(), jar.bytes()));
    }

    /** As cmd/internal/quoted of Go reads it: no escapes, so one kind of quote must be left. */
    private static String quoted(String path) {
        if (path.indexOf(' ') < 0 && path.indexOf('"') < 0 && path.indexOf('\'') < 0) {
            return path;
        }
        return path.indexOf('"') < 0 ? '"' + path + '"' : '\'' + path + '\'';
    }
}
