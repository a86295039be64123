package io.jenkins.plugins.gotoolchain.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.Test;

public class FindingTextTest {

    @Test
    public void eachKindHasItsTextInEnglishAndChinese() {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.GERMAN}) {
            FindingText text = new FindingText(locale);
            for (LogKind kind : LogKind.values()) {
                assertThat(text.problem(kind, null)).isNotBlank().doesNotContain("{");
                assertThat(text.advice(kind, "1.23.4")).contains("Go 1.23.4").doesNotContain("{");
            }
            assertThat(text.line(12)).contains("12");
            assertThat(text.line(0)).isNotBlank();
        }
        assertThat(new FindingText(Locale.GERMAN).toDo()).isEqualTo("to do");
        assertThat(new FindingText(Locale.SIMPLIFIED_CHINESE).toDo()).isEqualTo("处理办法");
    }

    @Test
    public void theVersionThatWasSeenIsNamed() {
        assertThat(new FindingText(Locale.ROOT).problem(LogKind.FETCHES_TOOLCHAIN, "1.23.4")).contains("another toolchain, Go 1.23.4,");
        assertThat(new FindingText(Locale.ROOT).advice(LogKind.FETCHES_GO, null)).doesNotContain(";");
    }
}
