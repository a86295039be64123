package io.jenkins.plugins.gotoolchain.trust.sumdb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A checksum database with a key and a tree of its own, which tells the truth until it is told to lie. */
final class OwnDatabase implements SumdbReader {

    static final String MODULE = "golang.org/toolchain";
    static final String VERSION = "v0.0.1-go1.24.1.linux-amd64";
    static final String HASH = "h1:+AbJFFR/Yl0P7OUo47KYyCkJGQwVW2QsKjfJalHZRnM=";
    static final String LOOKUP = "lookup/" + MODULE + "@" + VERSION;

    final TestKey key;
    final NaiveTree tree;
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final int recordNumber;
    private final String record;
    private final Map<String, UnaryOperator<byte[]>> lies = new HashMap<>();

    private OwnDatabase(TestKey key, NaiveTree tree, int recordNumber, String record) {
        this.key = key;
        this.tree = tree;
        this.recordNumber = recordNumber;
        this.record = record;
    }

    /** A tree of this size; the record that is asked for is in its middle. */
    static OwnDatabase ofSize(int size) {
        return with(new TestKey("sum.example.com"), size, size / 2, lines());
    }

    static OwnDatabase with(TestKey key, int size, int recordNumber, String record) {
        NaiveTree tree = new NaiveTree();
        OwnDatabase database = new OwnDatabase(key, tree, recordNumber, record);
        database.growTo(size, "");
        return database;
    }

    static String lines() {
        return MODULE + " " + VERSION + " " + HASH + "\n" + MODULE + " " + VERSION + "/go.mod " + HASH + "\n";
    }

    /** @param mark makes the new records differ from those of another database */
    void growTo(int size, String mark) {
        for (int i = tree.size(); i < size; i++) {
            tree.add(i == recordNumber ? record : mark + NaiveTree.record(i));
        }
    }

    /** What a look-up answers, with the head that the tree had at this size. */
    String answer(int treeSize) {
        return answer(recordNumber, record, key.note(treeSize, tree.root(treeSize)));
    }

    static String answer(long number, String record, String note) {
        return number + "\n" + record + "\n" + note;
    }

    int recordNumber() {
        return recordNumber;
    }

    /** From now on a document is given as this makes it of the true one; null for "there is none". */
    void lie(String path, UnaryOperator<byte[]> lie) {
        lies.put(path, lie);
    }

    void lie(String path, String text) {
        lie(path, truth -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<byte[]> read(String path, int mostBytes) {
        asked.add(path);
        byte[] truth = truth(path);
        UnaryOperator<byte[]> lie = lies.get(path);
        return Optional.ofNullable(lie == null ? truth : lie.apply(truth));
    }

    private byte[] truth(String path) {
        if (path.equals(LOOKUP)) {
            return answer(tree.size()).getBytes(StandardCharsets.UTF_8);
        }
        if (!path.startsWith("tile/8/")) {
            return null;
        }
        String rest = path.substring("tile/8/".length());
        int levelEnd = rest.indexOf('/');
        int partial = rest.indexOf(".p/");
        String index = rest.substring(levelEnd + 1, partial < 0 ? rest.length() : partial);
        long number = Long.parseLong(index.replace("/", "").replace("x", ""));
        int width = partial < 0 ? Tile.FULL : Integer.parseInt(rest.substring(partial + 3));
        return tree.tile(Integer.parseInt(rest.substring(0, levelEnd)), number, width);
    }

    @Override
    public String from() {
        return "https://proxy.example.com/sumdb/" + key.verifier().name();
    }
}
