package io.jenkins.plugins.gotoolchain.transfer;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests as S3 wants them: AWS Signature Version 4, in a header, for addresses without a query
 * (docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html). A body is not part of it: TLS guards it on the
 * way, and what is in it is proven by whoever fetches it.
 */
final class S3Signature {

    static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    private final Credentials key;
    private final String time;
    private final String scope;

    S3Signature(Credentials key, Instant now) {
        this.key = key;
        this.time = TIME.format(now);
        this.scope = time.substring(0, 8) + "/" + key.region() + "/s3/aws4_request";
    }

    /** @param signed further headers that the signature is to hold, with names in lower case */
    Map<String, String> headers(String method, URI uri, Map<String, String> signed) {
        SortedMap<String, String> all = new TreeMap<>(signed);
        all.put("host", uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
        all.put("x-amz-date", time);
        all.putIfAbsent("x-amz-content-sha256", UNSIGNED);
        StringBuilder request = new StringBuilder(method).append('\n').append(path(uri)).append("\n\n");
        all.forEach((name, value) -> request.append(name).append(':').append(value).append('\n'));
        String names = String.join(";", all.keySet());
        request.append('\n').append(names).append('\n').append(all.get("x-amz-content-sha256"));
        String toSign = ALGORITHM + "\n" + time + "\n" + scope + "\n" + hex(sha256(request.toString()));
        Map<String, String> headers = new TreeMap<>(all);
        headers.remove("host");
        headers.put("Authorization", ALGORITHM + " Credential=" + key.user() + "/" + scope + ",SignedHeaders=" + names
                + ",Signature=" + hex(hmac(signingKey(), toSign)));
        return headers;
    }

    private byte[] signingKey() {
        byte[] derived = ("AWS4" + key.secret()).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            derived = hmac(derived, part);
        }
        return derived;
    }

    /** Encoded the way the server encodes what it understood of the path. */
    private static String path(URI uri) {
        StringBuilder path = new StringBuilder();
        String plain = uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
        for (byte one : plain.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf((char) one) >= 0) {
                path.append((char) one);
            } else {
                path.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
            }
        }
        return path.toString();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] with, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(with, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
