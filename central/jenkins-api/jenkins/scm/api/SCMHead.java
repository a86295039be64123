package jenkins.scm.api;

public class SCMHead implements jenkins.scm.api.mixin.SCMHeadMixin {
    public SCMHead(String name) {
    }

    public jenkins.scm.api.SCMHeadOrigin getOrigin() {
        throw new UnsupportedOperationException();
    }

    public abstract static class HeadByItem {
        public static jenkins.scm.api.SCMHead findHead(hudson.model.Item item) {
            throw new UnsupportedOperationException();
        }
    }
}
