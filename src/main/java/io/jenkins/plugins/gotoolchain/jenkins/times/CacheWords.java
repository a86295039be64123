package io.jenkins.plugins.gotoolchain.jenkins.times;

import io.jenkins.plugins.gotoolchain.transfer.Words;
import java.util.ArrayList;
import java.util.List;

/** In a few words what came, and what the caches had. */
public final class CacheWords {

    private final GoWork work;

    CacheWords(GoWork work) {
        this.work = work;
    }

    /** Each on a line; none where nothing came and nothing was looked for. */
    public List<String> getLines() {
        List<String> lines = new ArrayList<>();
        if (work.getFetchedBytes() > 0) {
            lines.add(Messages.CacheWords_fetched(Words.size(work.getFetchedBytes())));
        }
        if (work.getModules() > 0) {
            lines.add(Messages.CacheWords_modules(work.getModules(), Words.size(work.getModuleBytes())));
        }
        if (work.getResults() > 0) {
            lines.add(Messages.CacheWords_results(work.getResults()));
        }
        if (work.isCounted()) {
            lines.add(Messages.CacheWords_hits(work.getHits(), work.getSharedHits(), work.getMisses()));
        }
        return lines;
    }
}
