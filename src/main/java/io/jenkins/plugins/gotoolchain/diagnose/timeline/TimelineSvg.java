package io.jenkins.plugins.gotoolchain.diagnose.timeline;

import io.jenkins.plugins.gotoolchain.diagnose.Markup;
import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import java.util.Locale;

/**
 * A timeline as one inline SVG, each thing in it with a title to point at. It has no script, no style and no address, so
 * any content security policy lets it through, and takes its colour from the text around it.
 */
public final class TimelineSvg {

    private final TimelineWords words;

    /** English where there is nothing in that language. */
    public TimelineSvg(Locale locale) {
        words = new TimelineWords(locale);
    }

    /** One element, {@code <svg>}, to be put into a page as it is. */
    public String draw(Timeline timeline) {
        TimelinePicture picture = new TimelinePicture(timeline, words);
        StringBuilder svg = new StringBuilder(4096)
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"100%\" viewBox=\"0 0 ")
                .append(TimelinePicture.WIDTH).append(' ').append(TimelinePicture.HEIGHT)
                .append("\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1\" font-size=\"11\">");
        title(svg, picture.title());
        svg.append("<path stroke-opacity=\"0.4\" d=\"").append(picture.axes()).append("\"/>");
        for (TimelinePicture.Label label : picture.labels()) {
            svg.append("<text fill=\"currentColor\" stroke=\"none\" x=\"").append(label.x()).append("\" y=\"").append(label.y())
                    .append("\" text-anchor=\"end\">").append(Markup.escaped(label.text())).append("</text>");
        }
        for (TimelinePicture.Shape silence : picture.silences()) {
            svg.append("<path fill=\"currentColor\" fill-opacity=\"0.15\" stroke=\"none\" d=\"").append(silence.path()).append("\">");
            title(svg, silence.title());
            svg.append("</path>");
        }
        svg.append("<path stroke-width=\"1.5\" d=\"").append(picture.curve()).append("\"/>");
        for (TimelinePicture.Shape broke : picture.breaks()) {
            svg.append("<path stroke-dasharray=\"").append(broke.dash()).append("\" d=\"").append(broke.path()).append("\">");
            title(svg, broke.title());
            svg.append("</path>");
        }
        for (TimelinePicture.Spot spot : picture.spots()) {
            svg.append("<circle fill=\"currentColor\" stroke=\"none\" r=\"3\" cx=\"").append(spot.x()).append("\" cy=\"")
                    .append(spot.y()).append("\">");
            title(svg, spot.title());
            svg.append("</circle>");
        }
        return svg.append("</svg>").toString();
    }

    private static void title(StringBuilder svg, String text) {
        svg.append("<title>").append(Markup.escaped(text)).append("</title>");
    }
}
