package hudson.model;

public class Queue extends hudson.model.ResourceController {
    private Queue() {
    }

    public static interface Executable extends Runnable {
        default hudson.model.Queue.Executable getParentExecutable() {
            throw new UnsupportedOperationException();
        }
    }
}
