package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException.Statement;
import io.jenkins.plugins.gotoolchain.pins.Pin;
import io.jenkins.plugins.gotoolchain.pins.PinFile;
import io.jenkins.plugins.gotoolchain.provision.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is about to change in a file of pins. A digest that is pinned never changes unless that was asked for. */
final class PinPlan {

    /** The kinds of change, with the sign that people read them by. */
    enum Kind {
        ADDED("+"),
        COMPLETED("+"),
        REPLACED("~"),
        REMOVED("-"),
        UNCHANGED("=");

        final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    /** One line of the file that becomes another, or is new, or goes. */
    record Change(Kind kind, Pin pin) {}

    private final boolean replace;
    private final List<Change> changes = new ArrayList<>();
    private final List<Statement> refused = new ArrayList<>();
    private PinFile file;

    PinPlan(PinFile file, boolean replace) {
        this.file = file;
        this.replace = replace;
    }

    /** Takes over what is published; what nobody says now stays as it is. */
    void take(Published published) {
        Optional<Pin> old = file.pins().find(published.version(), published.platform());
        if (old.isEmpty()) {
            change(Kind.ADDED, published.pin());
            return;
        }
        Pin pin = old.get();
        Pin merged = new Pin(
                pin.version(),
                pin.platform(),
                published.sha256().isEmpty() ? pin.sha256() : published.sha256(),
                published.moduleHash().isEmpty() ? pin.moduleHash() : published.moduleHash(),
                "");
        boolean other = differs(pin, "sha256:", pin.sha256(), published.sha256(), published.sha256From())
                | differs(pin, "", pin.moduleHash(), published.moduleHash(), published.moduleFrom());
        if (merged.hasDigestsOf(pin)) {
            changes.add(new Change(Kind.UNCHANGED, pin));
        } else if (!other || replace) {
            change(other ? Kind.REPLACED : Kind.COMPLETED, merged);
        }
    }

    void remove(Pin pin) {
        file = file.without(pin.version(), pin.platform());
        changes.add(new Change(Kind.REMOVED, pin));
    }

    private boolean differs(Pin pin, String prefix, String pinned, String published, String from) {
        if (pinned.isEmpty() || published.isEmpty() || pinned.equals(published)) {
            return false;
        }
        refused.add(new Statement(prefix + pinned, pin.from()));
        refused.add(new Statement(prefix + published, from + ", of Go " + pin.version() + " for " + pin.platform()));
        return true;
    }

    private void change(Kind kind, Pin pin) {
        file = file.with(pin);
        changes.add(new Change(kind, pin));
    }

    /** @throws DisagreementException where a pinned digest would have to change and nobody said that it may */
    PinFile outcome() throws DisagreementException {
        if (!refused.isEmpty() && !replace) {
            throw DisagreementException.of(
                    "toolchains by the file of pins, which stays as it is, and by what is published now",
                    refused,
                    List.of(),
                    "a release never changes: find out which of the two is wrong. Only then, if the pin is: --replace");
        }
        return file;
    }

    /** In the order in which they were made. */
    List<Change> changes() {
        return changes;
    }
}
