package io.jenkins.plugins.gotoolchain.transfer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Looks names up, on a thread of its own: the system's resolver can hang for minutes and hears no interrupt. The
 * thread that is left behind then ends with the resolver's own time-out.
 */
final class Resolver {

    /** The system's resolver, or what a test puts in its place. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final Names names;

    Resolver(Names names) {
        this.names = names;
    }

    /** @throws UnknownHostException if there is no such name */
    InetAddress[] resolve(String host, StallGuard guard) throws IOException {
        if (IpLiteral.parse(host) != null || host.startsWith("[")) {
            return InetAddress.getAllByName(host);
        }
        FutureTask<InetAddress[]> task = new FutureTask<>(() -> names.of(host));
        guard.watch(() -> task.cancel(false));
        Thread thread = new Thread(task, "go-toolchain name look-up");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + host + " was looked up");
        } catch (CancellationException e) {
            throw new InterruptedIOException("the look-up of " + host + " took too long");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException) {
                throw (UnknownHostException) e.getCause();
            }
            throw new IOException("the look-up of " + host + " failed: " + e.getCause().getMessage(), e.getCause());
        }
    }
}
