package io.jenkins.plugins.gotoolchain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.Test;

/** The worked examples of docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html. */
public class S3SignatureTest {

    private static final Credentials KEY =
            new Credentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");
    private static final Instant TIME = Instant.parse("2013-05-24T00:00:00Z");
    private static final String HOST = "https://examplebucket.s3.amazonaws.com/";

    private static String signature(String method, String path, Map<String, String> signed) {
        return new S3Signature(KEY, TIME).headers(method, URI.create(HOST + path), signed).get("Authorization");
    }

    @Test
    public void aRangeIsAskedForAsInTheExample() {
        assertThat(signature("GET", "test.txt", Map.of(
                "range", "bytes=0-9",
                "x-amz-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                        + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    public void aFileIsPutAsInTheExampleWhoseNameHasACharacterToEncode() {
        assertThat(signature("PUT", "test$file.text", Map.of(
                "date", "Fri, 24 May 2013 00:00:00 GMT",
                "x-amz-storage-class", "REDUCED_REDUNDANCY",
                "x-amz-content-sha256", "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072")))
                .endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    @Test
    public void whatIsSentHasNoSecretAndSaysThatTheBodyIsNotSigned() {
        Map<String, String> headers = KEY.headers("GET", URI.create(HOST + "a"));
        assertThat(headers).containsEntry("x-amz-content-sha256", "UNSIGNED-PAYLOAD").containsKey("x-amz-date")
                .doesNotContainKey("host");
        assertThat(headers.toString() + KEY).doesNotContain(KEY.secret());
    }

    @Test
    public void withoutARegionItIsBasicAuthentication() {
        assertThat(new Credentials("bob", "s3cr3t").headers("GET", URI.create(HOST)))
                .isEqualTo(Map.of("Authorization", "Basic Ym9iOnMzY3IzdA=="));
    }
}
