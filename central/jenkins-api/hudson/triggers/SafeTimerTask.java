package hudson.triggers;

public abstract class SafeTimerTask extends java.util.TimerTask {
    public SafeTimerTask() {
    }

    public final void run() {
        throw new UnsupportedOperationException();
    }
}
