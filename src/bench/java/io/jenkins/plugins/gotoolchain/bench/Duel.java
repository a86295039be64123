package io.jenkins.plugins.gotoolchain.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sides that are measured in turn, run after run, so that what else the machine does meets all of them. */
final class Duel {

    /** One run of one side; gives its nanoseconds, and does what is not to be measured before and after. */
    interface Side {
        long run() throws Exception;
    }

    private final String title;
    private final Map<String, Side> sides = new LinkedHashMap<>();
    private final Map<String, List<Long>> times = new LinkedHashMap<>();

    Duel(String title) {
        this.title = title;
    }

    Duel side(String name, Side side) {
        sides.put(name, side);
        times.put(name, new ArrayList<>());
        return this;
    }

    Duel run(int runs) throws Exception {
        System.out.println(title);
        for (int run = 0; run < runs; run++) {
            for (Map.Entry<String, Side> side : sides.entrySet()) {
                times.get(side.getKey()).add(side.getValue().run());
            }
        }
        for (Map.Entry<String, List<Long>> side : times.entrySet()) {
            StringBuilder each = new StringBuilder();
            for (long time : side.getValue()) {
                each.append(' ').append(seconds(time));
            }
            System.out.printf(Locale.ROOT, "  %-52s %s s   (%s )%n", side.getKey(), seconds(median(side.getKey())), each);
        }
        return this;
    }

    long median(String side) {
        List<Long> sorted = times.get(side).stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Prints how the one side's median compares with the other's, and whether that is within the limit. */
    void ratio(String side, String to, double limit) {
        double ratio = (double) median(side) / median(to);
        System.out.printf(Locale.ROOT, "  %s / %s = %.2f%s%n", side, to, ratio, verdict(ratio, limit));
    }

    static String verdict(double value, double limit) {
        if (limit <= 0) {
            return "";
        }
        return String.format(Locale.ROOT, ", at most %.2f: %s", limit, value <= limit ? "held" : "MISSED");
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
    }
}
