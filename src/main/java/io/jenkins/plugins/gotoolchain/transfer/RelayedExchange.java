package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.transfer.StallGuard.Cut;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.Map;

/** One GET that a relay makes, with an answer as from the wire. */
final class RelayedExchange {

    private final Relay relay;
    private final Ticker ticker;

    RelayedExchange(Relay relay, Ticker ticker) {
        this.relay = relay;
        this.ticker = ticker;
    }

    /** @return null where the relay does not do it */
    Reply get(URI uri, Map<String, String> headers, StallGuard guard) throws IOException {
        try {
            while (guard.cut() == Cut.NOT) {
                RelayedAnswer answer = ask(uri, headers);
                guard.alive();
                switch (answer.kind()) {
                    case ANSWERED:
                        return reply(uri, answer, guard);
                    case FAILED:
                        throw answer.failure();
                    case NOT_HERE:
                        return null;
                    case LATER:
                        ticker.sleep(java.time.Duration.ofMillis(Math.max(10, answer.waitMillis())));
                        guard.alive();
                        break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        throw new IOException("the relay did not come to an answer in time");
    }

    private RelayedAnswer ask(URI uri, Map<String, String> headers) throws IOException, InterruptedException {
        try {
            return relay.ask(uri.toString(), headers);
        } catch (RuntimeException e) {
            throw new IOException("the connection to the relay broke: " + e.getMessage(), e);
        }
    }

    private Reply reply(URI uri, RelayedAnswer answer, StallGuard guard) throws IOException {
        InputStream body = answer.body() == null
                ? new ByteArrayInputStream(answer.bytes())
                : new RelayBody(relay, answer.body(), answer.from(), answer.size());
        guard.watch(body);
        return Reply.relayed(uri, new StatusLine(1, answer.status(), ""), Headers.of(answer.headers()),
                answer.size() - answer.from(), body, guard);
    }
}
