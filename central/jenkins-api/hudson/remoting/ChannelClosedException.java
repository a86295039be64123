package hudson.remoting;

public class ChannelClosedException extends org.jenkinsci.remoting.ChannelStateException {
    private ChannelClosedException() {
        super((hudson.remoting.Channel) null, (String) null);
    }
}
