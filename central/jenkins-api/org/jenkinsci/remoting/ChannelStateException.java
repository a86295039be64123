package org.jenkinsci.remoting;

public class ChannelStateException extends java.io.IOException {
    public ChannelStateException(hudson.remoting.Channel channel, String message) {
    }
}
