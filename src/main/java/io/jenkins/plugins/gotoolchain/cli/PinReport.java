package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.pins.Pin;
import io.jenkins.plugins.gotoolchain.pins.PinFile;
import java.io.IOException;
import java.util.Locale;

/** Writes a file of pins that has changed, and says what has. */
final class PinReport {

    private PinReport() {}

    static void writeAndSay(PinsOnDisk disk, PinPlan plan, boolean asJson) throws IOException {
        PinFile changed = plan.outcome();
        boolean any = false;
        for (PinPlan.Change change : plan.changes()) {
            any |= change.kind() != PinPlan.Kind.UNCHANGED;
        }
        if (any) {
            disk.write(changed);
        }
        if (asJson) {
            print(disk, plan);
            return;
        }
        for (PinPlan.Change change : plan.changes()) {
            System.out.println(change.kind().sign + " " + change.pin().line());
        }
        System.out.println(any ? disk.name() + " is written" : disk.name() + " stays as it is");
    }

    private static void print(PinsOnDisk disk, PinPlan plan) throws IOException {
        try (JsonPrinter json = new JsonPrinter()) {
            json.field("file", disk.name());
            json.array("changes");
            for (PinPlan.Change change : plan.changes()) {
                json.object(null);
                json.field("change", change.kind().name().toLowerCase(Locale.ROOT));
                print(json, change.pin());
                json.end();
            }
            json.endArray();
        }
    }

    static void print(JsonPrinter json, Pin pin) throws IOException {
        json.field("version", pin.version().text());
        json.field("platform", pin.platform().toString());
        json.field("sha256", pin.sha256());
        json.field("h1", pin.moduleHash());
    }
}
