package jenkins.scm.api.mixin;

public interface ChangeRequestSCMHead extends jenkins.scm.api.mixin.SCMHeadMixin {
}
