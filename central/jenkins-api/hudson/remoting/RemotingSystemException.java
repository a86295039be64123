package hudson.remoting;

class RemotingSystemException extends RuntimeException {
    private RemotingSystemException() {
    }
}
