package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.provision.Bytes;
import io.jenkins.plugins.gotoolchain.provision.ProvisionListener;
import io.jenkins.plugins.gotoolchain.transfer.TransferProgress;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** For terminals: a bar that moves, and is gone when what it shows is done. */
final class BarProgress implements ProvisionListener, TransferProgress {

    private static final long MIB = 1 << 20;

    private ProgressBar bar;
    private String doing;

    @Override
    public synchronized void notice(String text) {
        end();
        ConsoleProgress.line(text);
    }

    @Override
    public void step(String text) {
        notice(text);
    }

    @Override
    public TransferProgress transfer() {
        return this;
    }

    @Override
    public synchronized void started(String what, long offset, long total) {
        begin("downloading " + what, offset, total);
    }

    @Override
    public synchronized void advanced(long bytesSoFar) {
        if (bar != null) {
            bar.stepTo(bytesSoFar);
        }
    }

    @Override
    public void retrying(String why, Duration after) {
        notice(why + "; again in " + after.toMillis() + " ms");
    }

    @Override
    public void finished(String what, long size, long fetched) {
        notice(what + " is here, " + Bytes.of(size)
                + (fetched < size ? ", of which " + Bytes.of(fetched) + " were fetched now" : ""));
    }

    @Override
    public synchronized void unpacking(String archive, long bytes, long total) {
        String what = "unpacking " + archive;
        if (!what.equals(doing) && bytes < total) {
            begin(what, 0, total);
        }
        if (bar != null) {
            bar.stepTo(bytes);
        }
        if (bytes >= total) {
            end();
        }
    }

    private void begin(String what, long from, long total) {
        end();
        doing = what;
        bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(total)
                .startsFrom(from, Duration.ZERO)
                .setUnit(" MiB", MIB)
                .setUpdateIntervalMillis(200)
                .setStyle(ProgressBarStyle.ASCII)
                .clearDisplayOnFinish()
                .continuousUpdate()
                .showSpeed()
                .build();
    }

    private void end() {
        if (bar != null) {
            bar.close();
            bar = null;
            doing = null;
        }
    }
}
