package io.jenkins.plugins.gotoolchain.jenkins.record;

import hudson.model.Job;
import hudson.model.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.springframework.security.access.AccessDeniedException;

/**
 * Looks for builds, newest first, on behalf of who asks: builds of jobs that they may not read are not there for them.
 * One search reads so much of the index at most, and opens so many builds at most, that a page is quick however many
 * builds there are; then it says where to go on.
 */
final class UseSearch {

    private static final int MOST_LINES = 200_000;
    private static final int MOST_HITS = 2000;
    private static final int MOST_BUILDS = 200;

    private final UseQuery query;
    private final int most;
    private final Map<String, Job<?, ?>> jobs = new HashMap<>();
    private final List<FoundUse> found = new ArrayList<>();
    private int lines;
    private int hits;
    private int builds;

    UseSearch(UseQuery query, int most) {
        this.query = query;
        this.most = Math.max(1, Math.min(most, MOST_BUILDS));
    }

    /** @return where to go on; null where all was looked at */
    UseCursor run(UseCursor from) throws IOException {
        for (Path file : UseIndex.get().files()) {
            String name = String.valueOf(file.getFileName());
            try (BackwardLines backward = new BackwardLines(file, from.endIn(name))) {
                for (String line = backward.next(); line != null; line = backward.next()) {
                    lines++;
                    IndexedUse use = IndexedUse.parse(line);
                    if (use != null && query.matches(use)) {
                        look(use);
                    }
                    if (found.size() >= most || builds >= MOST_BUILDS || hits >= MOST_HITS || lines >= MOST_LINES) {
                        return new UseCursor(name, backward.position());
                    }
                }
            } catch (NoSuchFileException e) {
                // the oldest month, which just went
            }
        }
        return null;
    }

    List<FoundUse> found() {
        return found;
    }

    /** The index only leads to a build; what counts is the build's own record. */
    private void look(IndexedUse use) throws IOException {
        hits++;
        Job<?, ?> job = job(JobMoves.get().nameNow(use.job(), use.time()));
        if (job == null || !new File(job.getBuildDir(), Integer.toString(use.build())).isDirectory()) {
            return;
        }
        builds++;
        Run<?, ?> run = job.getBuildByNumber(use.build());
        GoToolchainsAction record = run == null ? null : run.getAction(GoToolchainsAction.class);
        if (record == null) {
            return;
        }
        for (ToolchainUse one : record.getToolchains()) {
            if (one.getTime().getTime() == use.time()
                    && one.getVersion().equals(use.version())
                    && one.getNode().equals(use.node())
                    && one.getSource().equals(use.source())) {
                found.add(new FoundUse(run, one));
                return;
            }
        }
    }

    private Job<?, ?> job(String name) {
        if (!jobs.containsKey(name)) {
            jobs.put(name, readable(name));
        }
        return jobs.get(name);
    }

    private static Job<?, ?> readable(String name) {
        try {
            return Jenkins.get().getItemByFullName(name, Job.class);
        } catch (AccessDeniedException e) {
            return null; // who may only know that it is there does not learn what it uses
        }
    }
}
