package io.jenkins.plugins.gotoolchain.jenkins.times;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Job;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * What the last builds of a job spent with Go: a chart on its page, a page with the numbers, and a REST API of its own. It is no
 * part of the job's: whoever lists all jobs would have the builds of each read.
 */
public final class JobTimes implements Action {

    /** Each is read from disk where nobody has looked at it for a while. */
    static final int MOST = 30;

    private static final int HEIGHT = 100;

    private final Job<?, ?> job;

    private JobTimes(Job<?, ?> job) {
        this.job = job;
    }

    /** Of the last {@value #MOST} builds those that had to do with Go, oldest first. */
    public List<BuildTimes> getBuilds() {
        List<BuildTimes> builds = new ArrayList<>();
        long most = 0;
        int looked = 0;
        for (Run<?, ?> run = job.getLastBuild(); run != null && looked < MOST; run = run.getPreviousBuild()) {
            looked++;
            GoTimesAction times = run.isBuilding() ? null : run.getAction(GoTimesAction.class);
            if (times != null) {
                BuildTimes build = new BuildTimes(run, times.getSum());
                most = Math.max(most, build.getSum().total());
                builds.add(0, build);
            }
        }
        for (int i = 0; i < builds.size(); i++) {
            builds.get(i).draw(i, most);
        }
        return builds;
    }

    /** For the page: the longest of them. */
    public String longest(List<BuildTimes> builds) {
        return Seconds.text(builds.stream().mapToLong(one -> one.getSum().total()).max().orElse(0));
    }

    /** For the legend. */
    public Part[] getParts() {
        return Part.values();
    }

    /** {@code api/json} and {@code api/xml} under the page. */
    public Api getApi() {
        return new Api(new Times(getBuilds()));
    }

    /** For the page. */
    public Job<?, ?> getJob() {
        return job;
    }

    /** Its page is found from the job's. */
    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return Messages.GoTimesAction_displayName();
    }

    @Override
    public String getUrlName() {
        return "go-times";
    }

    /** For the REST API. */
    @ExportedBean(defaultVisibility = 2)
    public static final class Times {

        private final List<BuildTimes> builds;

        private Times(List<BuildTimes> builds) {
            this.builds = builds;
        }

        /** Oldest first. */
        @Exported
        public List<BuildTimes> getBuilds() {
            return builds;
        }
    }

    /** One build of them. */
    @ExportedBean(defaultVisibility = 2)
    public static final class BuildTimes {

        private final Run<?, ?> run;
        private final GoWork sum;
        private Bar bar;
        private int place;

        private BuildTimes(Run<?, ?> run, GoWork sum) {
            this.run = run;
            this.sum = sum;
        }

        private void draw(int at, long most) {
            place = at;
            bar = Bar.of(sum, most, HEIGHT);
        }

        @Exported
        public int getNumber() {
            return run.getNumber();
        }

        @Exported
        public GoWork getSum() {
            return sum;
        }

        /** For the page. */
        public Run<?, ?> getRun() {
            return run;
        }

        /** For the page. */
        public Bar getBar() {
            return bar;
        }

        /** To sort by. */
        public long getMillis() {
            return sum.total();
        }

        /** Its place in the row, from 0. */
        public int getPlace() {
            return place;
        }

        public CacheWords getWords() {
            return new CacheWords(sum);
        }

        /** In one line, for who points at it. */
        public String getLine() {
            List<String> all = new ArrayList<>();
            for (Bar.Piece piece : bar.getPieces()) {
                if (piece.isThere()) {
                    all.add(piece.getPart().getText() + " " + piece.getTime());
                }
            }
            all.addAll(getWords().getLines());
            return run.getDisplayName() + ": " + String.join("; ", all);
        }
    }

    @Extension
    @SuppressWarnings("rawtypes")
    public static final class Factory extends TransientActionFactory<Job> {

        @Override
        public Class<Job> type() {
            return Job.class;
        }

        @NonNull
        @Override
        public Collection<? extends Action> createFor(@NonNull Job job) {
            return List.of(new JobTimes(job));
        }
    }
}
