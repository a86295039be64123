package hudson.model;

public class Queue extends hudson.model.ResourceController implements hudson.model.Saveable {
    private Queue() {
    }

    public static interface Task extends jenkins.model.FullyNamedModelObject, hudson.model.queue.SubTask {
    }

    public static interface Executable extends Runnable {
        default hudson.model.Queue.Executable getParentExecutable() {
            throw new UnsupportedOperationException();
        }
    }
}
