package io.jenkins.plugins.gotoolchain.jenkins.cache;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import hudson.remoting.Channel;
import io.jenkins.plugins.gotoolchain.archivecache.RelayPass;
import io.jenkins.plugins.gotoolchain.transfer.Relay;
import io.jenkins.plugins.gotoolchain.transfer.RelayedAnswer;
import java.io.IOException;
import java.io.NotSerializableException;
import java.util.Map;

/** A pass as a node gets it: over the connection goes a reference, which ends with the call that it was sent with. */
final class NodeRelay implements Relay {

    private static final long serialVersionUID = 1L;

    @SuppressFBWarnings(value = "SE_TRANSIENT_FIELD_NOT_RESTORED", justification = "it never arrives, a reference does")
    private final transient RelayPass pass;

    NodeRelay(RelayPass pass) {
        this.pass = pass;
    }

    @Override
    public RelayedAnswer ask(String uri, Map<String, String> headers) throws IOException, InterruptedException {
        return pass.ask(uri, headers);
    }

    @Override
    public byte[] read(String body, long offset, int most) throws IOException, InterruptedException {
        return pass.read(body, offset, most);
    }

    private Object writeReplace() throws NotSerializableException {
        Channel channel = Channel.current();
        if (channel == null) {
            throw new NotSerializableException("the way to the archive cache goes over a connection only");
        }
        return channel.export(Relay.class, this);
    }
}
