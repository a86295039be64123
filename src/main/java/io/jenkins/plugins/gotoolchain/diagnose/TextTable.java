package io.jenkins.plugins.gotoolchain.diagnose;

import java.util.ArrayList;
import java.util.List;

/** Rows whose columns stand below each other on a terminal. */
public final class TextTable {

    private static final int GAP = 2;

    private TextTable() {}

    /** @param rows of the same length, the head among them; each becomes an indented line */
    public static List<String> lines(List<String[]> rows) {
        int[] width = new int[rows.isEmpty() ? 0 : rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                width[i] = Math.max(width[i], width(row[i]));
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(" ".repeat(GAP));
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(i == row.length - 1 ? 0 : width[i] - width(row[i]) + GAP));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Chinese characters take two columns. */
    private static int width(String text) {
        return text.length() + (int) text.chars().filter(c -> c >= 0x2e80).count();
    }
}
