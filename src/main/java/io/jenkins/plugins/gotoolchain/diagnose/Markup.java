package io.jenkins.plugins.gotoolchain.diagnose;

/** Text in HTML and XML. */
public final class Markup {

    private Markup() {}

    /** With those characters written out that mean something there, in elements and in attributes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;").replace("'", "&#39;");
    }
}
