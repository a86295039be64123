package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.VerificationException;

/** Whether the header of an answer promises the file that was asked for. */
final class ReplyCheck {

    private final DownloadRequest request;
    private final Reply reply;

    ReplyCheck(DownloadRequest request, Reply reply) {
        this.request = request;
        this.reply = reply;
    }

    /** Refuses what was packed on its way. */
    void coding() throws Failed {
        String coding = reply.headers().first("Content-Encoding");
        if (coding == null || coding.isEmpty() || coding.equalsIgnoreCase("identity")) {
            return;
        }
        // some servers call a .tar.gz itself gzip-encoded: with the right length it is the file as it is
        if (reply.length() >= 0 && reply.length() == request.expectedSize()) {
            return;
        }
        throw Failed.forGood("the answer is packed once more on its way (Content-Encoding: "
                        + Words.printable(coding) + "), though this was not asked for",
                "switch that off for this address, in " + reply.from().getHost() + " or in a proxy on the way", null);
    }

    /** @param size of the whole file, as the answer has it; -1 if it does not say */
    void size(long size) throws VerificationException {
        if (size > request.maxSize()) {
            throw tooLarge();
        }
        if (size >= 0 && request.expectedSize() >= 0 && size != request.expectedSize()) {
            throw new VerificationException(
                    request.key() + " at " + PrintableUri.of(request.uri()) + " has " + Words.bytes(size) + ", not the "
                            + Words.bytes(request.expectedSize()) + " that it should have.",
                    "the file there is another one, or damaged: use another source, or mend that one");
        }
    }

    VerificationException tooLarge() {
        return new VerificationException(
                request.key() + " at " + PrintableUri.of(request.uri()) + " is larger than the limit of "
                        + Words.bytes(request.maxSize()) + ".",
                "no toolchain is that large: check the address, or what answers for " + reply.from().getHost());
    }
}
