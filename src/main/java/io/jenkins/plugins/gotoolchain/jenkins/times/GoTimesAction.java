package io.jenkins.plugins.gotoolchain.jenkins.times;

import hudson.model.Api;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.jenkins.record.KeptAction;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What a build's time with Go went into: a bar on its page, a page of its own, and in its REST API. */
@ExportedBean(defaultVisibility = 2)
public final class GoTimesAction implements RunAction2 {

    /** In the units of the drawing. */
    private static final int LENGTH = 1000;

    /** Pods that live for one stage could make it many; what comes later is in the sum alone. */
    private static final int MOST = 200;

    private transient Run<?, ?> run;

    /** Replaced and never changed: builds are saved while branches add to it. */
    private volatile List<GoWork> work = new ArrayList<>();

    private volatile GoWork further = GoWork.NONE;
    private int leftOut;

    /**
     * Writes down what was done. Where it cannot be saved, Jenkins' log says so and the build goes on.
     *
     * @param run null where no build is known
     */
    public static void add(Run<?, ?> run, GoWork more) {
        if (run == null || more.isNothing()) {
            return;
        }
        of(run).add(more);
        KeptAction.save(run, "What the time went into");
    }

    private static GoTimesAction of(Run<?, ?> run) {
        return KeptAction.of(run, GoTimesAction.class, GoTimesAction::new);
    }

    private synchronized void add(GoWork more) {
        if (work.size() >= MOST) {
            further = further.plus(more);
            leftOut++;
            return;
        }
        List<GoWork> now = new ArrayList<>(work);
        now.add(more);
        work = now;
    }

    /** Each toolchain that a node provided, and each block, in the order in which they were done. */
    @Exported
    public List<GoWork> getWork() {
        return work;
    }

    /** How many are in the sum alone, since there were too many. */
    @Exported
    public synchronized int getLeftOut() {
        return leftOut;
    }

    /** Of the whole build. */
    @Exported
    public GoWork getSum() {
        GoWork sum = further;
        for (GoWork one : work) {
            sum = sum.plus(one);
        }
        return sum;
    }

    /** For the page. */
    public Bar getBar() {
        GoWork sum = getSum();
        return Bar.of(sum, sum.total(), LENGTH);
    }

    /** For the page: the bars of a list are as long as the longest allows. */
    public List<Row> getRows() {
        long most = work.stream().mapToLong(GoWork::total).max().orElse(0);
        List<Row> rows = new ArrayList<>();
        for (GoWork one : work) {
            rows.add(new Row(one, Bar.of(one, most, LENGTH)));
        }
        return rows;
    }

    /** For the page: in a few words what came, and from where. */
    public CacheWords getWords() {
        return new CacheWords(getSum());
    }

    @Override
    public void onAttached(Run<?, ?> run) {
        this.run = run;
    }

    @Override
    public void onLoad(Run<?, ?> run) {
        this.run = run;
    }

    /** {@code api/json} and {@code api/xml} under the page. */
    public Api getApi() {
        return new Api(this);
    }

    /** For the page. */
    public Run<?, ?> getRun() {
        return run;
    }

    /** Its page is found from the build's. */
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

    /** One line of the page. */
    public static final class Row {

        private final GoWork work;
        private final Bar bar;

        private Row(GoWork work, Bar bar) {
            this.work = work;
            this.bar = bar;
        }

        public GoWork getWork() {
            return work;
        }

        public Bar getBar() {
            return bar;
        }

        public CacheWords getWords() {
            return new CacheWords(work);
        }
    }
}
