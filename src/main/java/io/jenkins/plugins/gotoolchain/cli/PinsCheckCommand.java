package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.pins.Pin;
import io.jenkins.plugins.gotoolchain.pins.Pins;
import io.jenkins.plugins.gotoolchain.provision.Published;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Holds what is pinned against what is published. */
@Command(
        name = "check",
        description = {
            "Holds each pin against what the sources and the checksum database say now. Ends with 5 where one disagrees,"
                    + " else with 4 where nobody could be asked about one.",
            ""
        })
final class PinsCheckCommand implements Callable<Integer> {

    @ParentCommand
    PinsCommand parent;

    private boolean disagreement;
    private boolean unchecked;

    @Override
    public Integer call() throws Exception {
        Pins pins = parent.file().read().pins();
        PinSources sources = PinSources.open(new EngineSetup(parent.options));
        if (parent.options.json) {
            try (JsonPrinter json = new JsonPrinter()) {
                json.field("file", pins.from());
                json.array("pins");
                for (Pin pin : pins.list()) {
                    print(json, pin, PinCheck.of(pin, sources.ask(pin.version(), pin.platform())));
                }
                json.endArray();
            }
        } else {
            for (Pin pin : pins.list()) {
                print(pin, PinCheck.of(pin, sources.ask(pin.version(), pin.platform())));
            }
        }
        return disagreement ? ExitCode.VERIFICATION : unchecked ? ExitCode.UNREACHABLE : ExitCode.DONE;
    }

    private void print(Pin pin, PinCheck check) {
        note(check);
        System.out.println("go" + pin.version() + " " + pin.platform() + ": " + check.verdict());
        for (String line : check.lines()) {
            System.out.println("  " + line);
        }
    }

    private void print(JsonPrinter json, Pin pin, PinCheck check) throws IOException {
        note(check);
        json.object(null);
        PinReport.print(json, pin);
        json.field("from", pin.from());
        json.field("verdict", check.verdict());
        json.strings("lines", check.lines());
        json.end();
    }

    private void note(PinCheck check) {
        disagreement |= check.disagrees();
        unchecked |= !check.disagrees() && !check.agrees();
    }

    /**
     * One pin held against what is published.
     *
     * @param agrees whether any digest of it is confirmed and none is contradicted
     * @param disagrees whether a digest of it is contradicted
     * @param lines for people, one a digest
     */
    private record PinCheck(boolean agrees, boolean disagrees, List<String> lines) {

        static PinCheck of(Pin pin, Published published) {
            List<String> lines = new ArrayList<>();
            int sha256 = look(lines, "sha256:", pin.sha256(), published.sha256(), published.sha256From(), pin);
            int module = look(lines, "", pin.moduleHash(), published.moduleHash(), published.moduleFrom(), pin);
            boolean disagrees = sha256 < 0 || module < 0;
            return new PinCheck(!disagrees && sha256 + module > 0, disagrees, lines);
        }

        /** 1 where they agree, -1 where they do not, 0 where there is nothing to compare. */
        private static int look(List<String> lines, String prefix, String pinned, String known, String from, Pin pin) {
            if (pinned.isEmpty()) {
                return 0;
            }
            if (known.isEmpty()) {
                lines.add(prefix + pinned + " is not known to anybody who was asked");
                return 0;
            }
            if (known.equals(pinned)) {
                lines.add(prefix + pinned + " says " + from + " too");
                return 1;
            }
            lines.add(prefix + pinned + " says " + pin.from());
            lines.add(prefix + known + " says " + from);
            return -1;
        }

        String verdict() {
            return disagrees ? "DISAGREES" : agrees ? "agrees" : "not checked";
        }
    }
}
