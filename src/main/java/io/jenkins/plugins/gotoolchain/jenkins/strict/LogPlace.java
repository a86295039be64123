package io.jenkins.plugins.gotoolchain.jenkins.strict;

import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.diagnose.LogSearch;
import java.io.IOException;
import java.io.OutputStream;

/** Finds a finding's line again in the log of its build, where secrets are masked: the last that looks like it. */
final class LogPlace {

    private final StrictFinding finding;
    private LogSearch.Numbered same;
    private LogSearch.Numbered similar;

    private LogPlace(StrictFinding finding) {
        this.finding = finding;
    }

    /** @return the finding with its line, or as it is where the log has it not, or has masked all of it */
    static StrictFinding of(Run<?, ?> run, StrictFinding finding) throws IOException {
        LogPlace place = new LogPlace(finding);
        LogSearch search = new LogSearch(place::look);
        long length = run.getLogText().writeRawLogTo(0, new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                search.accept(bytes, from, count);
            }
        });
        search.finish();
        LogSearch.Numbered best = place.same != null ? place.same : place.similar;
        return length == 0 || best == null ? finding : finding.at(best.lineNumber(), best.finding().line());
    }

    private void look(LogSearch.Numbered found) {
        if (found.finding().rule().id().equals(finding.rule())) {
            similar = found;
            if (found.finding().line().hashCode() == finding.hash()) {
                same = found;
            }
        }
    }
}
