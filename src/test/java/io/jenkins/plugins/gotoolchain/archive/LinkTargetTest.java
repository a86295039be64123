package io.jenkins.plugins.gotoolchain.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class LinkTargetTest {

    @Test
    public void targetsInsideAreFine() {
        assertThat(LinkTarget.flaw("bin/gofmt", "go", 400)).isNull();
        assertThat(LinkTarget.flaw("bin/gofmt", "../pkg/gofmt", 400)).isNull();
        assertThat(LinkTarget.flaw("a/b/c", "../../x/y", 400)).isNull();
    }

    @Test
    public void targetsThatClimbOutAreFlawed() {
        assertThat(LinkTarget.flaw("x", "../y", 400)).isNotNull();
        assertThat(LinkTarget.flaw("bin/x", "../../y", 400)).isNotNull();
        assertThat(LinkTarget.flaw("bin/x", "..", 400)).isNotNull();
        assertThat(LinkTarget.flaw("bin/x", "../..", 400)).isNotNull();
    }

    @Test
    public void climbingAfterANameIsFlawedSinceTheNameMayBeALink() {
        assertThat(LinkTarget.flaw("a/b/c", "d/../e", 400)).isNotNull();
        assertThat(LinkTarget.flaw("a/b/c", "../d/../e", 400)).isNotNull();
    }

    @Test
    public void absoluteAndOddTargetsAreFlawed() {
        for (String target : new String[] {"/etc/passwd", "C:/x", "", "a\\b", "a\0b", "../", "a//b", "nul"}) {
            assertThat(LinkTarget.flaw("a/b/c", target, 400)).as(target).isNotNull();
        }
    }
}
