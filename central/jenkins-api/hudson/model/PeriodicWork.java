package hudson.model;

public abstract class PeriodicWork extends hudson.triggers.SafeTimerTask {
    public PeriodicWork() {
    }

    public long getInitialDelay() {
        throw new UnsupportedOperationException();
    }

    public abstract long getRecurrencePeriod();
}
