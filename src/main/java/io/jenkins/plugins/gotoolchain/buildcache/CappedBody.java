package io.jenkins.plugins.gotoolchain.buildcache;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Writes an answer's body as it comes, and ends the exchange where it is longer than it may be. Gives its length. */
final class CappedBody implements BodySubscriber<Long> {

    private final CompletableFuture<Long> whole = new CompletableFuture<>();
    private final OutputStream out;
    private final long most;
    private Flow.Subscription subscription;
    private long count;

    CappedBody(OutputStream out, long most) {
        this.out = out;
        this.most = most;
    }

    @Override
    public CompletionStage<Long> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                count += buffer.remaining();
                if (count > most) {
                    throw new IOException("the answer is longer than " + most + " bytes");
                }
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                out.write(bytes);
            }
        } catch (IOException e) {
            subscription.cancel();
            whole.completeExceptionally(e);
        }
    }

    @Override
    public void onError(Throwable trouble) {
        whole.completeExceptionally(trouble);
    }

    @Override
    public void onComplete() {
        whole.complete(count);
    }
}
