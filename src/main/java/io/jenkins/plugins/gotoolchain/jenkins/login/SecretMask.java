package io.jenkins.plugins.gotoolchain.jenkins.login;

import hudson.console.ConsoleLogFilter;
import hudson.console.LineTransformationOutputStream;
import hudson.model.Run;
import hudson.util.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Takes a login's secret out of a log, in each form in which a program may print it. May work on an agent. */
public final class SecretMask extends ConsoleLogFilter implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Kept as secrets, which the state of a Pipeline holds encrypted. */
    private final ArrayList<Secret> forms = new ArrayList<>();

    public SecretMask(String user, String password) {
        Set<String> all = new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        all.add(password);
        all.add(password.replace("'", "'\\''"));
        String form = URLEncoder.encode(password, StandardCharsets.UTF_8);
        all.add(form);
        all.add(form.replace("+", "%20"));
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        all.add(Base64.getEncoder().withoutPadding().encodeToString(pair));
        for (String one : all) {
            forms.add(Secret.fromString(one));
        }
    }

    /** What both take out. @param one may be null, as the other may; null where both are */
    public static SecretMask both(SecretMask one, SecretMask other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        SecretMask both = new SecretMask(one.forms);
        both.forms.addAll(other.forms);
        return both;
    }

    private SecretMask(List<Secret> forms) {
        this.forms.addAll(forms);
    }

    @Override
    public OutputStream decorateLogger(Run build, OutputStream logger) {
        List<String> bytes = new ArrayList<>();
        for (Secret form : forms) {
            bytes.add(asBytes(form.getPlainText()));
        }
        return new Masked(logger, bytes);
    }

    /** A character for each byte, so that no log is spoilt whatever its encoding is. */
    private static String asBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static final class Masked extends LineTransformationOutputStream.Delegating {

        private final List<String> forms;

        Masked(OutputStream out, List<String> forms) {
            super(out);
            this.forms = forms;
        }

        @Override
        protected void eol(byte[] bytes, int length) throws IOException {
            String line = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
            for (String form : forms) {
                line = line.replace(form, "****");
            }
            out.write(line.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
