package jenkins.scm.api;

public abstract class SCMHeadOrigin implements java.io.Serializable {
    public static final jenkins.scm.api.SCMHeadOrigin.Default DEFAULT = null;

    public static final class Default extends jenkins.scm.api.SCMHeadOrigin {
        private Default() {
        }
    }
}
