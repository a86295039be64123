package io.jenkins.plugins.gotoolchain.cli;

import io.jenkins.plugins.gotoolchain.pins.Pin;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows what is pinned. */
@Command(name = "list", description = {"Lists what is pinned, in the order of the file.", ""})
final class PinsListCommand implements Callable<Integer> {

    @ParentCommand
    PinsCommand parent;

    @Override
    public Integer call() throws Exception {
        PinsOnDisk disk = parent.file();
        List<Pin> pins = disk.read().pins().list();
        if (parent.options.json) {
            try (JsonPrinter json = new JsonPrinter()) {
                json.field("file", disk.name());
                json.array("pins");
                for (Pin pin : pins) {
                    json.object(null);
                    PinReport.print(json, pin);
                    json.end();
                }
                json.endArray();
            }
        } else {
            for (Pin pin : pins) {
                System.out.println(pin.line());
            }
        }
        return ExitCode.DONE;
    }
}
