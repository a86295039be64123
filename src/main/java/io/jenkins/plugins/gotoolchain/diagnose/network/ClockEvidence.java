package io.jenkins.plugins.gotoolchain.diagnose.network;

import io.jenkins.plugins.gotoolchain.transfer.Observed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether this machine's clock is to blame: certificates that are too old or too new look the same for either. */
final class ClockEvidence {

    private static final long FAR_OFF = Duration.ofDays(1).toMillis();
    private static final Set<NetworkCause> OF_TIME =
            Set.of(NetworkCause.CERTIFICATE_EXPIRED, NetworkCause.CERTIFICATE_NOT_YET_VALID, NetworkCause.CLOCK_WRONG);

    private ClockEvidence() {}

    /** Where another source's {@code Date} tells that the clock is far off, it is the cause; where it agrees, it is not. */
    static List<SourceCheck> weigh(List<SourceCheck> sources) {
        List<Long> skews = new ArrayList<>();
        for (SourceCheck source : sources) {
            for (TargetCheck check : source.targets()) {
                note(check.index(), skews);
                note(check.archive(), skews);
            }
        }
        if (skews.isEmpty()) {
            return sources;
        }
        boolean off = skews.stream().allMatch(skew -> Math.abs(skew) > FAR_OFF);
        List<SourceCheck> weighed = new ArrayList<>();
        for (SourceCheck source : sources) {
            List<TargetCheck> checks = new ArrayList<>();
            source.targets().forEach(check -> checks.add(weigh(check, off, skews.get(0))));
            weighed.add(new SourceCheck(source.label(), checks));
        }
        return weighed;
    }

    private static void note(Observed seen, List<Long> skews) {
        if (seen != null && seen.header("date") != null) {
            skews.add(seen.dateSkewMillis());
        }
    }

    private static TargetCheck weigh(TargetCheck check, boolean off, long skew) {
        List<NetworkFinding> findings = new ArrayList<>();
        boolean ofTime = false;
        for (NetworkFinding finding : check.findings()) {
            boolean clock = finding.cause() == NetworkCause.CLOCK_WRONG;
            ofTime |= OF_TIME.contains(finding.cause());
            if (!OF_TIME.contains(finding.cause()) || clock == off) {
                findings.add(finding);
            }
        }
        if (off && ofTime) {
            findings.removeIf(finding -> finding.cause() == NetworkCause.CLOCK_WRONG);
            findings.add(0, NetworkFinding.of(NetworkCause.CLOCK_WRONG, "off", Long.toString(Duration.ofMillis(Math.abs(skew)).toDays()),
                    "way", skew > 0 ? "ahead" : "behind"));
        }
        return check.with(findings);
    }
}
