package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.diagnose.Markup;
import io.jenkins.plugins.gotoolchain.diagnose.timeline.TimelineSvg;
import io.jenkins.plugins.gotoolchain.diagnose.timeline.TimelineText;
import io.jenkins.plugins.gotoolchain.transfer.Timeline;
import java.util.List;
import java.util.Locale;

/** A report as one file that needs nothing else: no script, nothing fetched. */
public final class NetworkHtml {

    private static final String STYLE = ":root{color-scheme:light dark}"
            + "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}"
            + "table{border-collapse:collapse;width:100%;margin:1rem 0}"
            + "th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #8886;vertical-align:top;overflow-wrap:break-word}"
            + "section td{white-space:nowrap}section td:nth-child(3){white-space:normal;width:100%}"
            + ".ok{color:#1a7f37}.failed{color:#cf222e;font-weight:600}pre{white-space:pre-wrap;font-weight:400}.note{color:#9a6700}.skipped{opacity:.6}"
            + "@media(prefers-color-scheme:dark){.ok{color:#3fb950}.failed{color:#ff7b72}.note{color:#d29922}}"
            + "section{margin:2rem 0}h2{font-size:1.1rem;overflow-wrap:anywhere}svg{max-width:48rem}li{margin:.4rem 0}code{font-size:.9em}";

    private final NetworkWords words;
    private final Locale locale;
    private final String language;

    public NetworkHtml(NetworkWords words, Locale locale) {
        this.words = words;
        this.locale = locale;
        this.language = locale.getLanguage().isEmpty() ? "en" : locale.toLanguageTag();
    }

    public String of(NetworkReport report) {
        return of(report, List.of());
    }

    /** @param downloads the machine's last ones, which are drawn below */
    public String of(NetworkReport report, List<Timeline> downloads) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"").append(Markup.escaped(language))
                .append("\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(Markup.escaped(words.title(report))).append("</title><style>").append(STYLE).append("</style></head>\n<body>\n<h1>")
                .append(Markup.escaped(words.title(report))).append("</h1>\n<p>").append(Markup.escaped(words.checked(report))).append("</p>\n");
        table(report, page);
        for (SourceCheck source : report.sources()) {
            source.targets().forEach(check -> section(check, page));
            if (source.targets().size() > 1) {
                page.append("<p>").append(Markup.escaped(source.label())).append(": ")
                        .append(Markup.escaped(words.word(source.serves() ? "list.serves" : "list.fails"))).append("</p>\n");
            }
        }
        downloads(downloads, page);
        return page.append("</body>\n</html>\n").toString();
    }

    private void table(NetworkReport report, StringBuilder page) {
        page.append("<table><thead><tr>");
        for (String column : new String[] {"source", "reachable", "latency", "protocol", "rate", "verdict"}) {
            page.append("<th>").append(Markup.escaped(words.word("column." + column))).append("</th>");
        }
        page.append("</tr></thead><tbody>\n");
        for (TargetCheck check : report.targets()) {
            page.append("<tr>");
            cell(page, "", check.target().label());
            cell(page, check.reachable() ? "ok" : "failed", words.word(check.reachable() ? "yes" : "no"));
            cell(page, "", NetworkWords.millis(check.latencyMillis()));
            cell(page, "", check.protocol().isEmpty() ? "-" : check.protocol());
            cell(page, "", NetworkWords.rate(check.rate()));
            cell(page, !check.serves() ? "failed" : check.findings().isEmpty() ? "ok" : "note", words.verdict(check));
            page.append("</tr>\n");
        }
        page.append("</tbody></table>\n");
    }

    private void downloads(List<Timeline> downloads, StringBuilder page) {
        if (downloads.isEmpty()) {
            return;
        }
        TimelineSvg pictures = new TimelineSvg(locale);
        TimelineText texts = new TimelineText(locale);
        page.append("<section><h2>").append(Markup.escaped(words.word("downloads"))).append("</h2>\n");
        for (Timeline download : downloads) {
            page.append(pictures.draw(download)).append("\n<pre class=\"").append(download.failed() ? "failed" : "ok").append("\">");
            texts.lines(download).forEach(line -> page.append(Markup.escaped(line)).append('\n'));
            page.append("</pre>\n");
        }
        page.append("</section>\n");
    }

    private static void cell(StringBuilder page, String kind, String text) {
        page.append("<td").append(kind.isEmpty() ? "" : " class=\"" + kind + "\"").append('>').append(Markup.escaped(text)).append("</td>");
    }

    private void section(TargetCheck check, StringBuilder page) {
        page.append("<section><h2>").append(Markup.escaped(check.target().label())).append("</h2>\n");
        if (!check.findings().isEmpty()) {
            page.append("<ul>");
            for (NetworkFinding finding : check.findings()) {
                page.append("<li><span class=\"").append(finding.cause().blocks() ? "failed" : "note").append("\">")
                        .append(Markup.escaped(words.problem(finding))).append("</span> <code>")
                        .append(NetworkWords.label(finding.cause())).append("</code><br>").append(Markup.escaped(words.word("todo"))).append(": ")
                        .append(Markup.escaped(words.advice(finding))).append("</li>\n");
            }
            page.append("</ul>\n");
        }
        page.append("<table><tbody>\n");
        for (PathStep step : check.path()) {
            page.append("<tr>");
            cell(page, "", words.step(step.name()));
            cell(page, step.state().name().toLowerCase(Locale.ROOT), words.state(step.state()));
            cell(page, "", step.detail());
            cell(page, "", step.millis() < 0 ? "" : step.millis() + " ms");
            page.append("</tr>\n");
        }
        page.append("</tbody></table></section>\n");
    }
}
