package io.jenkins.plugins.gotoolchain.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** For terminals: a bar that moves. */
final class BarMeter implements Meter {

    private static final long MIB = 1 << 20;

    private ProgressBar bar;
    private String what;

    @Override
    public synchronized void begin(String what, long from, long total) {
        end();
        this.what = what;
        bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(total)
                .startsFrom(from, java.time.Duration.ZERO)
                .setUnit(" MiB", MIB)
                .setUpdateIntervalMillis(200)
                .setStyle(ProgressBarStyle.ASCII)
                .clearDisplayOnFinish()
                .continuousUpdate()
                .showSpeed()
                .build();
    }

    @Override
    public synchronized void at(long bytes) {
        if (bar != null) {
            bar.stepTo(bytes);
        }
    }

    @Override
    public synchronized void end() {
        if (bar != null) {
            bar.close();
            bar = null;
            what = null;
        }
    }

    @Override
    public synchronized boolean isOn(String what) {
        return what.equals(this.what);
    }

    @Override
    public synchronized void line(String text) {
        end();
        System.err.println(text);
    }
}
