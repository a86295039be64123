package io.jenkins.plugins.gotoolchain.jenkins.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import io.jenkins.plugins.gotoolchain.jenkins.testing.Configured;
import io.jenkins.plugins.gotoolchain.testing.Nginx;
import io.jenkins.plugins.gotoolchain.testing.TestCa;
import io.jenkins.plugins.gotoolchain.testing.ToolchainFixture;
import io.jenkins.plugins.gotoolchain.testing.ToolchainTree;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;
import org.jvnet.hudson.test.JenkinsRule;

/**
 * The real go command fetches a public and a private module from two module proxies: nginx over the download cache that Go
 * itself writes, with TLS, the private one behind basic authentication.
 */
public class PrivateModulesTest {

    private static final Path REAL = Path.of("/usr/local/go");
    private static final String SECRET = "open-s3same";

    /** It says of itself that it is the version that is asked for, and leaves all else to the go command that is here. */
    private static final ToolchainFixture GO = new ToolchainFixture("1.23.5").with(new ToolchainTree("1.24.1").script(
            "if [ \"$1\" = version ]; then echo go version go1.24.1 linux/amd64; exit; fi\n"
                    + "GOROOT=" + REAL + " exec " + REAL + "/bin/go \"$@\"\n"));
    private static final JenkinsRule JENKINS = Configured.jenkins();
    private static final TestCa CA = new TestCa();
    private static final TemporaryFolder FOLDER = new TemporaryFolder();

    @ClassRule
    public static final RuleChain RULES = RuleChain.outerRule(FOLDER).around(CA).around(GO).around(JENKINS);

    private static Nginx nginx;
    private static Path trusted;

    @BeforeClass
    public static void serve() throws Exception {
        assumeTrue("did not run: there is no go command", Files.isExecutable(REAL.resolve("bin/go")));
        Path site = FOLDER.newFolder("site").toPath();
        download("pub.example.test/m", site.resolve("public"));
        download("corp.example.test/secret", site.resolve("private"));
        Path passwords = Files.writeString(FOLDER.getRoot().toPath().resolve("passwords"), "robot:{PLAIN}" + SECRET + "\n");
        Path identity = Files.writeString(FOLDER.getRoot().toPath().resolve("identity.pem"), CA.serverPem("dns:localhost"));
        trusted = Files.writeString(FOLDER.getRoot().toPath().resolve("ca.pem"), CA.pem());
        nginx = Nginx.secure(FOLDER.newFolder("nginx").toPath(), site,
                "location /private/ { auth_basic modules; auth_basic_user_file " + passwords + "; }", identity);
        for (String password : new String[] {SECRET, "wrong"}) {
            SystemCredentialsProvider.getInstance().getCredentials().add(new UsernamePasswordCredentialsImpl(
                    CredentialsScope.GLOBAL, password.equals(SECRET) ? "right" : "wrong", "", "robot", password));
        }
    }

    @AfterClass
    public static void stop() {
        if (nginx != null) {
            nginx.close();
        }
    }

    /** Has the go command itself write a download cache with one module. */
    private static void download(String module, Path to) throws Exception {
        Path proxy = FOLDER.newFolder().toPath();
        Path versions = Files.createDirectories(proxy.resolve(module).resolve("@v"));
        String goMod = "module " + module + "\n\ngo 1.21\n";
        Files.writeString(versions.resolve("list"), "v1.0.0\n");
        Files.writeString(versions.resolve("v1.0.0.info"), "{\"Version\":\"v1.0.0\"}");
        Files.writeString(versions.resolve("v1.0.0.mod"), goMod);
        try (OutputStream file = Files.newOutputStream(versions.resolve("v1.0.0.zip")); ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> entry : Map.of("go.mod", goMod, "m.go", "package m\n\nconst Name = \"" + module + "\"\n").entrySet()) {
                zip.putNextEntry(new ZipEntry(module + "@v1.0.0/" + entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        Path cache = FOLDER.newFolder().toPath();
        ProcessBuilder go = new ProcessBuilder(REAL.resolve("bin/go").toString(), "mod", "download", module + "@v1.0.0")
                .directory(cache.toFile()).redirectErrorStream(true);
        go.environment().putAll(Map.of("GOPROXY", proxy.toUri() + ",off", "GONOSUMDB", "*", "GOMODCACHE", cache + "/mod", "GOFLAGS", "-modcacherw"));
        Process process = go.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        Files.move(cache.resolve("mod/cache/download"), to);
    }

    @Before
    public void configure() {
        Configured.with(GO);
    }

    /** A program of both modules, built with these settings of withGo, its modules fetched anew. */
    private static String program(String settings) {
        return "node { deleteDir()\nwriteFile(file: 'go.mod', text: 'module m\\n\\ngo 1.21\\n\\nrequire (\\npub.example.test/m v1.0.0\\ncorp.example.test/secret v1.0.0\\n)\\n')\n"
                + "writeFile(file: 'main.go', text: 'package main\\n\\nimport (\\n\"fmt\"\\nc \"corp.example.test/secret\"\\np \"pub.example.test/m\"\\n)\\n\\n"
                + "func main() { fmt.Println(\"made of\", c.Name, p.Name) }\\n')\n"
                + "withEnv(['SSL_CERT_FILE=" + trusted + "']) { withGo(version: '1.24.1', cache: 'none', gosumdb: 'off', gonoproxy: 'none', "
                + "goprivate: 'corp.example.test', " + settings + ") { sh 'go mod tidy && go run .' } } }";
    }

    private static String at(String path) {
        return "https://localhost:" + nginx.port() + path;
    }

    @Test
    public void aBuildWithTheLoginHasBoth() throws Exception {
        String log = Pipelines.log(JENKINS, program("credentialsId: 'right', goproxy: '" + at("/public") + "," + at("/private") + "'"));
        assertThat(log).contains("made of corp.example.test/secret pub.example.test/m")
                .contains("[go] The login \"right\" is for localhost:" + nginx.port())
                .contains("[go] New in the caches: 2 modules").doesNotContain(SECRET);
    }

    @Test
    public void withoutTheLoginOrWithAWrongOneNothingIsBuilt() throws Exception {
        for (String login : new String[] {"", "credentialsId: 'wrong', "}) {
            assertThat(Pipelines.failure(JENKINS, program(login + "goproxy: '" + at("/public") + "," + at("/private") + "'")))
                    .contains("corp.example.test/secret").contains("401 Unauthorized").doesNotContain("made of");
        }
    }

    @Test
    public void aProxyThatIsAwayEndsTheBuildAfterACommaAndNotAfterABar() throws Exception {
        String away = "https://localhost:1/";
        assertThat(Pipelines.failure(JENKINS, program("credentialsId: 'right', goproxy: '" + away + "," + at("/public") + "," + at("/private") + "'")))
                .contains("localhost:1").contains("connection refused").doesNotContain("made of");
        assertThat(Pipelines.log(JENKINS, program("credentialsId: 'right', goproxy: '" + away + "|" + at("/public") + "," + at("/private") + "'")))
                .contains("made of corp.example.test/secret pub.example.test/m");
    }

    @Test
    public void aServerThatIsNotTrustedIsNotLoggedInTo() throws Exception {
        String script = program("credentialsId: 'right', goproxy: '" + at("/public") + "," + at("/private") + "'");
        assertThat(Pipelines.failure(JENKINS, script.replace("SSL_CERT_FILE=" + trusted, "SSL_CERT_FILE=/dev/null")))
                .contains("certificate signed by unknown authority").doesNotContain("made of");
    }
}
