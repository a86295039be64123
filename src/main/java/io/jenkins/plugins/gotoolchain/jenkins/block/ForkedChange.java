package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.model.Job;
import jenkins.model.Jenkins;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMHeadOrigin;
import jenkins.scm.api.mixin.ChangeRequestSCMHead;

/** Whether a job builds a change from a fork: whoever wrote it may be anybody. */
final class ForkedChange {

    private ForkedChange() {}

    static boolean isBuiltBy(Job<?, ?> job) {
        return Jenkins.get().getPlugin("scm-api") != null && Heads.isForked(job);
    }

    /** Loaded only where the plugin scm-api is there. */
    private static final class Heads {
        static boolean isForked(Job<?, ?> job) {
            SCMHead head = SCMHead.HeadByItem.findHead(job);
            return head instanceof ChangeRequestSCMHead && !SCMHeadOrigin.DEFAULT.equals(head.getOrigin());
        }
    }
}
