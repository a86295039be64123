package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.transfer.Observed;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Web pages that came where something else was asked for. */
final class Pages {

    private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]{1,80})", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOGIN = Pattern.compile(
            "type=[\"']?password|log ?in|sign ?in|log ?on|captive|portal|登录|登陆|认证", Pattern.CASE_INSENSITIVE);
    private static final Pattern LISTING =
            Pattern.compile("index of|directory listing|parent directory|<h1>listing", Pattern.CASE_INSENSITIVE);
    private static final int ENOUGH = 64 * 1024;

    private Pages() {}

    static boolean isPage(Observed seen) {
        String type = seen.header("content-type");
        String text = text(seen).stripLeading();
        return text.startsWith("<") || type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html")
                && !text.startsWith("PK") && !text.startsWith("\u001f") && !text.startsWith("[") && !text.startsWith("v0.");
    }

    static boolean asksForLogin(Observed seen) {
        return LOGIN.matcher(text(seen)).find();
    }

    static boolean isListing(Observed seen) {
        return LISTING.matcher(text(seen)).find();
    }

    /** Its title; empty for none. */
    static String title(Observed seen) {
        Matcher title = TITLE.matcher(text(seen));
        return title.find() ? title.group(1).strip().replaceAll("\\p{Cntrl}+", " ") : "";
    }

    static String text(Observed seen) {
        byte[] body = seen.body();
        return new String(body, 0, Math.min(body.length, ENOUGH), StandardCharsets.UTF_8);
    }
}
