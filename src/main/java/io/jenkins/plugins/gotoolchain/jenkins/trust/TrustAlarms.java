package io.jenkins.plugins.gotoolchain.jenkins.trust;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.XmlFile;
import hudson.model.Node;
import hudson.model.Run;
import io.jenkins.plugins.gotoolchain.failure.DisagreementException;
import io.jenkins.plugins.gotoolchain.jenkins.configuration.ControllerFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What did not agree, newest first: until an administrator has seen it, and for a while after that. */
@Extension
public class TrustAlarms {

    private static final Logger LOGGER = Logger.getLogger(TrustAlarms.class.getName());

    /** Then the oldest that was seen goes, and where none was, the oldest. */
    private static final int MOST = 200;

    private final XmlFile file;
    private List<TrustAlarm> alarms;

    public TrustAlarms() {
        this(ControllerFolder.path());
    }

    TrustAlarms(Path folder) {
        file = new XmlFile(folder.resolve("alarms.xml").toFile());
    }

    public static TrustAlarms get() {
        return ExtensionList.lookupSingleton(TrustAlarms.class);
    }

    /**
     * Has it shown to administrators. The same thing again is counted, not shown again.
     *
     * @param node null where it was noticed on none
     * @param build null where none asked
     */
    public void raise(DisagreementException what, Node node, Run<?, ?> build) {
        LOGGER.warning(() -> "On " + (node == null ? "the controller" : node.getDisplayName()) + ": " + what.problem());
        add(TrustAlarm.of(what, node, build));
    }

    /**
     * Has it shown that something was changed on a node after it was verified.
     *
     * @param changes the files, each with what is the matter with it
     * @param place its folder, which is condemned from now on; empty where it was put aside
     */
    public void changed(String about, List<AlarmStatement> changes, String advice, Node node, String place) {
        LOGGER.warning(() -> "On " + node.getDisplayName() + ": " + about);
        add(TrustAlarm.changed(about, changes, advice, node, place));
    }

    /** Why what is at this place on this node must not be used; null where it may. */
    public synchronized TrustAlarm condemning(Node node, String place) {
        for (TrustAlarm one : alarms()) {
            if (one.condemns(node, place)) {
                return one;
            }
        }
        return null;
    }

    /** That it was read to the last byte since, and is sound. */
    public synchronized void sound(Node node, String place) {
        for (TrustAlarm one : alarms()) {
            if (one.condemns(node, place)) {
                one.clear();
                save();
            }
        }
    }

    private synchronized void add(TrustAlarm alarm) {
        for (TrustAlarm there : alarms()) {
            if (!there.isSeen() && there.repeats(alarm)) {
                there.again(alarm);
                save();
                return;
            }
        }
        alarms().add(0, alarm);
        if (alarms.size() > MOST) {
            int last = alarms.size() - 1;
            for (int i = last; i > 0; i--) {
                if (alarms.get(i).isSeen()) {
                    last = i;
                    break;
                }
            }
            alarms.remove(last);
        }
        save();
    }

    /** All that are kept, newest first. */
    synchronized List<TrustAlarm> all() {
        return new ArrayList<>(alarms());
    }

    /** Those that nobody has seen. */
    synchronized List<TrustAlarm> open() {
        List<TrustAlarm> open = all();
        open.removeIf(TrustAlarm::isSeen);
        return open;
    }

    /** @return null where there is none of that name */
    synchronized TrustAlarm find(String id) {
        for (TrustAlarm one : alarms()) {
            if (one.getId().equals(id)) {
                return one;
            }
        }
        return null;
    }

    synchronized void seen(String id, String who) {
        TrustAlarm alarm = find(id);
        if (alarm != null && !alarm.isSeen()) {
            alarm.seen(who);
            save();
        }
    }

    private List<TrustAlarm> alarms() {
        if (alarms == null) {
            alarms = new ArrayList<>();
            try {
                if (file.exists() && file.read() instanceof List<?> kept) {
                    for (Object one : kept) {
                        if (one instanceof TrustAlarm alarm) {
                            alarms.add(alarm);
                        }
                    }
                }
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, e, () -> "The alarms that were raised before cannot be read");
            }
        }
        return alarms;
    }

    private void save() {
        try {
            file.write(new ArrayList<>(alarms));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "An alarm cannot be kept over a restart");
        }
    }
}
