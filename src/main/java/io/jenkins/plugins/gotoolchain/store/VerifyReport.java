package io.jenkins.plugins.gotoolchain.store;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How a folder differs from its manifest. All paths are relative to the folder, with slashes, sorted.
 *
 * @param files how many files were compared
 * @param bytes how many bytes of them were read; 0 where only sizes were compared
 * @param problems what is wrong with the receipt or the manifest themselves, so that nothing could be compared
 * @param missing files that are not there
 * @param changed files with other bytes, another size, or no file at all under that name
 * @param extra files that the manifest does not have
 * @param modeChanged files that are executable and should not be, or the other way round
 * @param receipt which receipt this is about: the CRC-32 of its bytes in hex; empty where there was none
 */
public record VerifyReport(
        int files,
        long bytes,
        List<String> problems,
        List<String> missing,
        List<String> changed,
        List<String> extra,
        List<String> modeChanged,
        String receipt)
        implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int NAMED = 5;

    public VerifyReport {
        problems = List.copyOf(problems);
        missing = List.copyOf(missing);
        changed = List.copyOf(changed);
        extra = List.copyOf(extra);
        modeChanged = List.copyOf(modeChanged);
    }

    /** @param receipt its bytes, null where there is none */
    static VerifyReport unreadable(String problem, byte[] receipt) {
        return new VerifyReport(
                0, 0, List.of(problem), List.of(), List.of(), List.of(), List.of(), receiptName(receipt));
    }

    static String receiptName(byte[] receipt) {
        return receipt == null ? "" : Long.toHexString(Stamp.crc(receipt));
    }

    /** Whether the folder is exactly what was proven. */
    public boolean isSound() {
        return problems.isEmpty()
                && missing.isEmpty()
                && changed.isEmpty()
                && extra.isEmpty()
                && modeChanged.isEmpty();
    }

    /** One line for people: what is wrong, with some of the names. */
    public String summary() {
        if (isSound()) {
            return "all " + files + " files are as they were proven";
        }
        List<String> parts = new ArrayList<>(problems);
        add(parts, "missing", missing);
        add(parts, "changed", changed);
        add(parts, "added", extra);
        add(parts, "with another mode", modeChanged);
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, String word, List<String> names) {
        if (!names.isEmpty()) {
            int shown = Math.min(NAMED, names.size());
            String more = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
            parts.add(word + ": " + String.join(", ", names.subList(0, shown)) + more);
        }
    }
}
