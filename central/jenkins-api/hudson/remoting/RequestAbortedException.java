package hudson.remoting;

public class RequestAbortedException extends hudson.remoting.RemotingSystemException {
    private RequestAbortedException() {
        super((Throwable) null);
    }
}
