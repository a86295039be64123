package hudson.console;

public class AnnotatedLargeText<T> extends org.kohsuke.stapler.framework.io.LargeText {
    private AnnotatedLargeText() {
        super((org.kohsuke.stapler.framework.io.ByteBuffer) null, false);
    }

    public long writeRawLogTo(long start, java.io.OutputStream out) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }
}
