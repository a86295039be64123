package io.jenkins.plugins.gotoolchain.source;

import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.testing.ManualTicker;
import io.jenkins.plugins.gotoolchain.transfer.Network;
import io.jenkins.plugins.gotoolchain.transfer.Profile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Sources over loopback, with a clock that a test moves, and what they told the user. */
final class Opened extends Clock {

    final List<String> notices = new ArrayList<>();
    private final Path cache;
    private SourceSpec reference;
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    Opened(Path cache) {
        this.cache = cache;
    }

    /** From now on archives of download sites are held against this one too. */
    Opened heldAgainst(SourceSpec site) {
        reference = site;
        return this;
    }

    Sources sources(SourceSpec... specs) throws ConfigurationException {
        return Sources.open(
                List.of(specs), reference, Network.direct(Profile.INTRANET), cache, notices::add, this, new ManualTicker());
    }

    Source source(SourceSpec spec) throws ConfigurationException {
        return sources(spec).list().get(0);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
