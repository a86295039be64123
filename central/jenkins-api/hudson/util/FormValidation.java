package hudson.util;

public abstract class FormValidation extends java.io.IOException implements org.kohsuke.stapler.HttpResponse {
    private FormValidation() {
    }

    public static hudson.util.FormValidation error(String message) {
        throw new UnsupportedOperationException();
    }

    public static hudson.util.FormValidation error(Throwable e, String message) {
        throw new UnsupportedOperationException();
    }

    public static hudson.util.FormValidation ok() {
        throw new UnsupportedOperationException();
    }

    public static hudson.util.FormValidation ok(String message) {
        throw new UnsupportedOperationException();
    }

    public static hudson.util.FormValidation warning(String message) {
        throw new UnsupportedOperationException();
    }
}
