package jenkins.util;

public class Timer {
    private Timer() {
    }

    public static java.util.concurrent.ScheduledExecutorService get() {
        throw new UnsupportedOperationException();
    }
}
