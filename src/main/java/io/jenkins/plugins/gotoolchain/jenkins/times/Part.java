package io.jenkins.plugins.gotoolchain.jenkins.times;

import java.util.function.ToLongFunction;
import org.jvnet.localizer.Localizable;

/** What time goes into, in the order of a build. */
public enum Part {
    DOWNLOAD("download", GoWork::getDownload, Messages._Part_download()),
    VERIFY("verify", GoWork::getVerify, Messages._Part_verify()),
    UNPACK("unpack", GoWork::getUnpack, Messages._Part_unpack()),
    MODULES("modules", GoWork::getModuleDownload, Messages._Part_modules()),
    COMPILE("compile", GoWork::getCompile, Messages._Part_compile());

    private final String style;
    private final ToLongFunction<GoWork> millis;
    private final Localizable text;

    Part(String style, ToLongFunction<GoWork> millis, Localizable text) {
        this.style = style;
        this.millis = millis;
        this.text = text;
    }

    long of(GoWork work) {
        return millis.applyAsLong(work);
    }

    /** For the page's style sheet. */
    public String getStyle() {
        return style;
    }

    /** For people, in their language. */
    public String getText() {
        return text.toString();
    }
}
