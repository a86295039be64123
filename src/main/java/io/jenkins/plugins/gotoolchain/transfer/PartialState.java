package io.jenkins.plugins.gotoolchain.transfer;

import java.net.URI;
import java.time.Instant;

/**
 * What the bytes of a partial are of.
 *
 * @param url where they came from, printable; a query is kept as its digest
 * @param etag as sent; null for none
 * @param lastModified as sent; null for none
 * @param date when the server said so; null if it did not
 * @param size of the whole file; -1 if unknown
 * @param sha256 that was expected of the whole; null if unknown
 * @param contentKey of the request; null if it had none
 * @param mixed whether the bytes may be of two files
 */
record PartialState(
        String url,
        String etag,
        String lastModified,
        String date,
        long size,
        String sha256,
        String contentKey,
        boolean mixed) {

    /** An address in a form that can be stored and compared. */
    static String identify(URI uri) {
        String query = uri.getRawQuery();
        return PrintableUri.of(uri) + (query == null ? "" : "?sha256=" + Sha256.of(query));
    }

    /** Of bytes that {@code reply} brings. */
    static PartialState of(DownloadRequest request, Reply reply, long size, boolean mixed) {
        Headers headers = reply.headers();
        return new PartialState(
                identify(request.uri()), headers.first("ETag"), headers.first("Last-Modified"), headers.first("Date"),
                size, request.expectedSha256(), request.contentKey(), mixed);
    }

    /** Of these bytes and more from the same address, where the validator says that they are of the same file. */
    PartialState continued(DownloadRequest request, long total, boolean proven) {
        return new PartialState(url, etag, lastModified, date, total, request.expectedSha256(), request.contentKey(),
                mixed || !proven);
    }

    /**
     * What to send as {@code If-Range}: a strong ETag, or, where there is no ETag at all, a date that is at least a
     * second older than the answer (RFC 9110 §13.1.5). Null if neither is there.
     */
    String validator() {
        if (etag != null) {
            return etag.startsWith("\"") && isOneLine(etag) ? etag : null;
        }
        if (lastModified == null || date == null || !isOneLine(lastModified)) {
            return null;
        }
        Instant modified = Statuses.date(lastModified);
        Instant said = Statuses.date(date);
        return modified != null && said != null && modified.plusSeconds(1).compareTo(said) <= 0 ? lastModified : null;
    }

    /** A state that someone tampered with must not write headers of its own. */
    private static boolean isOneLine(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }

    /** Whether an answer from the same address is of another file than these bytes. */
    boolean differs(Headers headers) {
        return differs(etag, headers.first("ETag")) || differs(lastModified, headers.first("Last-Modified"));
    }

    private static boolean differs(String here, String there) {
        return here != null && there != null && !here.equals(there);
    }

    /** Whether these bytes can be the beginning of what is asked for. */
    boolean fits(DownloadRequest request) {
        if (request.expectedSize() >= 0 && size >= 0 && size != request.expectedSize()
                || sha256 != null && request.expectedSha256() != null && !sha256.equals(request.expectedSha256())
                || contentKey != null && request.contentKey() != null && !contentKey.equals(request.contentKey())) {
            return false;
        }
        if (isSameContent(request)) {
            return true;
        }
        return isFrom(request) && validator() != null;
    }

    boolean isFrom(DownloadRequest request) {
        return url.equals(identify(request.uri()));
    }

    /** Whether the caller will find out if the bytes are of two files. */
    boolean isSameContent(DownloadRequest request) {
        return contentKey != null && contentKey.equals(request.contentKey())
                || sha256 != null && sha256.equals(request.expectedSha256());
    }
}
