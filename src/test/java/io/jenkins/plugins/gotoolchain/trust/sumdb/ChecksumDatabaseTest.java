package io.jenkins.plugins.gotoolchain.trust.sumdb;

import static io.jenkins.plugins.gotoolchain.trust.sumdb.OwnDatabase.HASH;
import static io.jenkins.plugins.gotoolchain.trust.sumdb.OwnDatabase.LOOKUP;
import static io.jenkins.plugins.gotoolchain.trust.sumdb.OwnDatabase.MODULE;
import static io.jenkins.plugins.gotoolchain.trust.sumdb.OwnDatabase.VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.gotoolchain.failure.StoreException;
import io.jenkins.plugins.gotoolchain.failure.UnreachableException;
import io.jenkins.plugins.gotoolchain.failure.VerificationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Look-ups in a database that lies in every way. */
public class ChecksumDatabaseTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private SumdbEntry lookup(OwnDatabase database) throws IOException, InterruptedException {
        return client(database).lookup(MODULE, VERSION);
    }

    private ChecksumDatabase client(OwnDatabase database) {
        return new ChecksumDatabase(database.key.verifier(), database, state());
    }

    private Path state() {
        return folder.getRoot().toPath().resolve("state");
    }

    private Path own(OwnDatabase database) {
        return state().resolve(database.key.verifier().id());
    }

    private Path latest(OwnDatabase database) {
        return own(database).resolve("latest");
    }

    private ThrowableAssertAlternative<VerificationException> assertRefused(OwnDatabase database) {
        return assertThatExceptionOfType(VerificationException.class).isThrownBy(() -> lookup(database));
    }

    private ThrowableAssertAlternative<UnreachableException> assertNoAnswer(OwnDatabase database) {
        return assertThatExceptionOfType(UnreachableException.class).isThrownBy(() -> lookup(database));
    }

    @Test
    public void anEntryIsProvenInTreesOfEverySize() throws Exception {
        for (int size : new int[] {1, 2, 255, 256, 257, 511, 65_535, 65_536, 65_537}) {
            OwnDatabase database = OwnDatabase.ofSize(size);

            SumdbEntry entry = lookup(database);

            assertThat(entry)
                    .isEqualTo(new SumdbEntry(
                            HASH,
                            database.key.verifier().id(),
                            size / 2,
                            size,
                            database.tree.root().toString(),
                            "https://proxy.example.com/sumdb/sum.example.com"));
        }
    }

    @Test
    public void theTreeHeadIsKeptForTheNextTime() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(300);

        lookup(database);

        assertThat(latest(database)).hasContent(database.key.note(300, database.tree.root()));
    }

    @Test
    public void theNewestTreeHeadIsKeptWhenTheDatabaseGrows() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(300);
        lookup(database);
        database.growTo(70_000, "");

        assertThat(lookup(database).treeSize()).isEqualTo(70_000);
        assertThat(latest(database)).hasContent(database.key.note(70_000, database.tree.root()));
    }

    @Test
    public void anAnswerWithAnOlderHeadIsProvenInTheNewestTree() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(1000);
        lookup(database);
        database.lie(LOOKUP, database.answer(700));

        assertThat(lookup(database).treeSize()).isEqualTo(1000);
        assertThat(latest(database)).hasContent(database.key.note(1000, database.tree.root()));
    }

    @Test
    public void aTreeThatGoesBackToAnotherHistoryIsAForkAndBothAreShown() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(1000);
        lookup(database);
        OwnDatabase shorter = OwnDatabase.with(database.key, 400, 300, OwnDatabase.lines());

        assertRefused(shorter)
                .withMessageContaining("two trees that disagree about their first 400 records")
                .withMessageContaining(database.tree.root().toString())
                .withMessageContaining(shorter.tree.root().toString());
        assertThat(latest(database)).hasContent(database.key.note(1000, database.tree.root()));
    }

    @Test
    public void aTreeThatGoesBackIsRefusedWithBothShownWhereItsTilesAreServedToo() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(1000);
        lookup(database);
        for (Path tile : tilesOnDisk(database)) {
            Files.delete(tile);
        }
        OwnDatabase fork = OwnDatabase.with(database.key, 1001, 300, OwnDatabase.lines());
        fork.lie(LOOKUP, fork.answer(400));
        fork.lie("tile/8/0/003.p/232", truth -> Arrays.copyOf(fork.tree.tile(0, 3, 233), 232 * Hash.SIZE));

        assertRefused(fork)
                .withMessageContaining("contradicts a tree it signed")
                .withMessageContaining(database.tree.root().toString())
                .withMessageContaining(fork.tree.root(400).toString());
        assertThat(latest(database)).hasContent(database.key.note(1000, database.tree.root()));
    }

    @Test
    public void twoTreesOfOneSizeThatDisagreeAreAForkAndBothAreShown() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(300);
        lookup(database);
        OwnDatabase fork = OwnDatabase.with(database.key, 300, 100, OwnDatabase.lines());

        assertRefused(fork)
                .withMessageContaining("has signed two trees that disagree about their first 300 records")
                .withMessageContaining(database.tree.root().toString())
                .withMessageContaining(fork.tree.root().toString())
                .withMessageContaining("Report it");
        assertThat(latest(database)).hasContent(database.key.note(300, database.tree.root()));
    }

    @Test
    public void aLongerTreeThatDoesNotHoldTheKeptOneIsAForkAndBothAreShown() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(300);
        lookup(database);
        OwnDatabase fork = OwnDatabase.with(database.key, 900, 100, OwnDatabase.lines());

        assertRefused(fork)
                .withMessageContaining("two trees that disagree about their first 300 records")
                .withMessageContaining(database.tree.root().toString())
                .withMessageContaining(fork.tree.root().toString())
                .withMessageContaining(fork.tree.root(300).toString());
        assertThat(latest(database)).hasContent(database.key.note(300, database.tree.root()));
    }

    @Test
    public void aShorterForkServedFromTheTrueTilesIsAForkAndBothAreShown() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(900);
        lookup(database);
        OwnDatabase fork = OwnDatabase.with(database.key, 300, 100, OwnDatabase.lines());
        database.lie(LOOKUP, fork.answer(300));

        assertRefused(database)
                .withMessageContaining("two trees that disagree about their first 300 records")
                .withMessageContaining(database.tree.root().toString())
                .withMessageContaining(fork.tree.root().toString());
    }

    @Test
    public void aHeadOfAnotherKeyIsRefused() {
        OwnDatabase database = OwnDatabase.ofSize(300);
        TestKey thief = new TestKey("sum.example.com");
        database.lie(LOOKUP, OwnDatabase.answer(150, OwnDatabase.lines(), thief.note(300, database.tree.root())));

        assertRefused(database).withMessageContaining("is not signed by " + database.key.verifier().id());
    }

    @Test
    public void aHeadOfAnotherDatabaseIsRefused() {
        OwnDatabase database = OwnDatabase.ofSize(300);
        TestKey other = new TestKey("sum.elsewhere.example.com");
        database.lie(LOOKUP, OwnDatabase.answer(150, OwnDatabase.lines(), other.note(300, database.tree.root())));

        assertRefused(database).withMessageContaining("but by sum.elsewhere.example.com");
    }

    @Test
    public void aHeadThatWasChangedAfterItWasSignedIsRefused() {
        OwnDatabase database = OwnDatabase.ofSize(300);
        database.lie(LOOKUP, database.answer(300).replace("\n300\n", "\n301\n"));

        assertRefused(database).withMessageContaining("claims to be signed by");
    }

    @Test
    public void anySignedTextThatIsNoTreeHeadIsNoAnswer() {
        OwnDatabase database = OwnDatabase.ofSize(300);
        String text = "another format\n";
        database.lie(
                LOOKUP, OwnDatabase.answer(150, OwnDatabase.lines(), text + "\n" + database.key.sign(text)));

        assertNoAnswer(database).withMessageContaining("no tree head");
    }

    @Test
    public void aRecordThatIsNotTheOneInTheTreeIsRefused() {
        OwnDatabase database = OwnDatabase.ofSize(300);
        database.lie(LOOKUP, truth -> new String(truth).replace("+AbJ", "+AbK").getBytes());

        assertRefused(database).withMessageContaining("gave a record 150 that is not the one in its signed tree");
    }

    @Test
    public void theRightRecordUnderAnotherNumberIsRefused() {
        OwnDatabase database = OwnDatabase.ofSize(300);
        database.lie(LOOKUP, OwnDatabase.answer(151, OwnDatabase.lines(), database.key.note(300, database.tree.root())));

        assertRefused(database).withMessageContaining("not the one in its signed tree");
    }

    @Test
    public void aRecordBehindTheTreesEndIsRefused() {
        OwnDatabase database = OwnDatabase.ofSize(300);
        database.lie(LOOKUP, OwnDatabase.answer(300, OwnDatabase.lines(), database.key.note(300, database.tree.root())));

        assertRefused(database).withMessageContaining("names record 300 of a tree that has only 300");
    }

    @Test
    public void aTreeWithoutRecordsHasNone() {
        OwnDatabase database = OwnDatabase.ofSize(300);
        database.lie(LOOKUP, OwnDatabase.answer(0, OwnDatabase.lines(), database.key.note(0, Hash.OF_EMPTY_TREE)));

        assertRefused(database).withMessageContaining("names record 0 of a tree that has only 0");
    }

    /** CVE-2026-42501: a record that is in the tree, but is not about what was asked for. */
    @Test
    public void anAuthenticRecordWithNoLineForWhatWasAskedIsRefused() {
        String other = MODULE + " v0.0.1-go1.20.linux-amd64 " + HASH + "\n";
        OwnDatabase database = OwnDatabase.with(new TestKey("sum.example.com"), 300, 150, other);

        assertRefused(database)
                .withMessageContaining("record 150, which has no hash for " + MODULE + "@" + VERSION)
                .withMessageContaining("v0.0.1-go1.20.linux-amd64");
    }

    /** CVE-2026-42501, its other form: only the hash of the module's go.mod is there. */
    @Test
    public void anAuthenticRecordWithOnlyTheHashOfTheGoModIsRefused() {
        String other = MODULE + " " + VERSION + "/go.mod " + HASH + "\n";
        OwnDatabase database = OwnDatabase.with(new TestKey("sum.example.com"), 300, 150, other);

        assertRefused(database).withMessageContaining("has no hash for");
    }

    /** CVE-2026-56864: the line is in the answer, but not in the part that the tree covers. */
    @Test
    public void aLineOutsideOfTheAuthenticatedRecordIsNotTaken() {
        String other = MODULE + " v0.0.1-go1.20.linux-amd64 " + HASH + "\n";
        TestKey key = new TestKey("sum.example.com");
        OwnDatabase database = OwnDatabase.with(key, 300, 150, other);
        String headWithMore = "go.sum database tree\n300\n" + database.tree.root() + "\n" + OwnDatabase.lines();
        database.lie(LOOKUP, OwnDatabase.answer(150, other, headWithMore + "\n" + key.sign(headWithMore)));

        assertRefused(database).withMessageContaining("has no hash for");
    }

    /** CVE-2026-56864, unsigned: lines put between the record and the note make the note another text. */
    @Test
    public void linesPutBetweenTheRecordAndTheNoteBreakTheSignature() {
        String other = MODULE + " v0.0.1-go1.20.linux-amd64 " + HASH + "\n";
        OwnDatabase database = OwnDatabase.with(new TestKey("sum.example.com"), 300, 150, other);
        database.lie(LOOKUP, OwnDatabase.answer(150, other, OwnDatabase.lines() + "\n" + database.key.note(300, database.tree.root())));

        assertRefused(database).withMessageContaining("claims to be signed by");
    }

    @Test
    public void aRecordWithSeveralVersionsGivesTheOneAskedFor() throws Exception {
        String other = "h1:8wlg68NqwW7eMnI1aABk/C2pDYXj8mrMY4TyRfiLeS0=";
        String lines = MODULE + " v0.0.1-go1.20.linux-amd64 " + other + "\n" + OwnDatabase.lines()
                + "example.com/other " + VERSION + " " + other + "\n";
        OwnDatabase database = OwnDatabase.with(new TestKey("sum.example.com"), 300, 150, lines);

        assertThat(lookup(database).moduleHash()).isEqualTo(HASH);
    }

    /** CVE-2026-56865: every tile that is fetched is checked, whichever it is. */
    @Test
    public void aFlippedBitInAnyTileIsRefused() throws Exception {
        for (int size : new int[] {200, 263, 1023, 65_536 + 263}) {
            OwnDatabase honest = OwnDatabase.ofSize(size);
            lookup(honest);
            List<String> tiles = honest.asked.stream().filter(path -> path.startsWith("tile/")).toList();
            for (String tile : tiles) {
                OwnDatabase database = OwnDatabase.ofSize(size);
                database.lie(tile, ChecksumDatabaseTest::flipLastBit);

                assertRefused(database).withMessageContaining("contradicts a tree it signed");
                assertThat(latest(database)).doesNotExist();
            }
        }
    }

    @Test
    public void aTileOfAnotherLengthIsNoAnswer() {
        OwnDatabase database = OwnDatabase.ofSize(300);
        database.lie("tile/8/0/000", truth -> Arrays.copyOf(truth, 8191));

        assertNoAnswer(database).withMessageContaining("tile/8/0/000 has 8191 bytes instead of 8192");
    }

    @Test
    public void aPartialTileThatIsGoneIsTakenFromTheFullOne() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(1023);
        OwnDatabase later = OwnDatabase.with(database.key, 2000, 511, OwnDatabase.lines());
        later.lie(LOOKUP, later.answer(1023));
        later.lie("tile/8/0/003.p/255", truth -> null);

        assertThat(lookup(later).treeSize()).isEqualTo(1023);
        assertThat(later.asked).contains("tile/8/0/003.p/255", "tile/8/0/003");
    }

    @Test
    public void aFullTileThatDiffersFromThePartialOneIsRefused() {
        OwnDatabase later = OwnDatabase.with(new TestKey("sum.example.com"), 2000, 511, OwnDatabase.lines());
        later.lie(LOOKUP, later.answer(1023));
        later.lie("tile/8/0/003.p/255", truth -> null);
        later.lie("tile/8/0/003", truth -> {
            truth[0] ^= 1;
            return truth;
        });

        assertRefused(later).withMessageContaining("contradicts a tree it signed");
    }

    @Test
    public void aTileThatIsNowhereIsNoAnswer() {
        OwnDatabase database = OwnDatabase.ofSize(300);
        database.lie("tile/8/0/001.p/44", truth -> null);

        assertNoAnswer(database)
                .withMessageContaining("tile/8/0/001.p/44 is not there, nor is the full tile")
                .withMessageContaining("https://proxy.example.com/sumdb/sum.example.com");
    }

    @Test
    public void whatTheDatabaseDoesNotKnowIsRefused() {
        OwnDatabase database = OwnDatabase.ofSize(300);
        database.lie(LOOKUP, truth -> null);

        assertRefused(database).withMessageContaining("has no entry for " + MODULE + "@" + VERSION);
    }

    @Test
    public void aLoginPageIsNoAnswer() {
        OwnDatabase database = OwnDatabase.ofSize(300);
        database.lie(LOOKUP, "<!DOCTYPE html>\n<html><body>\n\nLog in\n</body></html>\n");

        assertNoAnswer(database).withMessageContaining("does not answer as it should").withMessageContaining("login page");
    }

    @Test
    public void anAnswerCutAnywhereIsNeverBelieved() {
        OwnDatabase database = OwnDatabase.ofSize(300);
        byte[] whole = database.answer(300).getBytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            database.lie(LOOKUP, truth -> cut);

            assertThatThrownBy(() -> lookup(database))
                    .as("cut at %d", length)
                    .isInstanceOfAny(UnreachableException.class, VerificationException.class);
        }
    }

    @Test
    public void aDamagedTreeHeadIsLeftThereAndSaid() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(300);
        lookup(database);
        for (String damage : new String[] {"", "x", database.key.note(300, database.tree.root()).replace("300", "200")}) {
            Files.writeString(latest(database), damage);

            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> lookup(database))
                    .withMessageContaining(latest(database) + " is damaged")
                    .withMessageContaining("move the file away");
            assertThat(latest(database)).hasContent(damage);
        }
    }

    @Test
    public void aKeptHeadOfAnotherKeyIsDamage() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(300);
        lookup(database);
        Files.writeString(latest(database), new TestKey("sum.example.com").note(300, database.tree.root()));

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> lookup(database));
    }

    @Test
    public void keysOfOneNameKeepTheirHeadsApart() throws Exception {
        OwnDatabase one = OwnDatabase.ofSize(300);
        OwnDatabase other = OwnDatabase.ofSize(400);
        lookup(one);
        lookup(other);

        assertThat(latest(one)).exists().isNotEqualTo(latest(other));
        assertThat(latest(other)).exists();
    }

    @Test
    public void tilesAreNotFetchedAgain() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(70_000);
        lookup(database);
        database.asked.clear();

        lookup(database);

        assertThat(database.asked).containsExactly(LOOKUP);
    }

    @Test
    public void aCachedTileThatWasChangedIsFetchedAgainAndReplaced() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(70_000);
        lookup(database);
        for (Path tile : tilesOnDisk(database)) {
            byte[] good = Files.readAllBytes(tile);
            Files.write(tile, flipLastBit(good));
            database.asked.clear();

            assertThat(lookup(database).moduleHash()).isEqualTo(HASH);
            assertThat(database.asked).hasSizeGreaterThan(1);
            assertThat(tile).hasBinaryContent(good);
        }
    }

    @Test
    public void aCachedTileThatWasCutIsFetchedAgain() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(70_000);
        lookup(database);
        for (Path tile : tilesOnDisk(database)) {
            Files.write(tile, new byte[0]);
        }

        assertThat(lookup(database).moduleHash()).isEqualTo(HASH);
    }

    @Test
    public void aCacheThatCannotBeWrittenCostsOnlyTime() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(300);
        Files.createDirectories(own(database));
        Files.createFile(own(database).resolve("tile"));

        assertThat(lookup(database).moduleHash()).isEqualTo(HASH);
    }

    @Test
    public void aHeadThatCannotBeKeptIsSaid() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(300);
        Files.createFile(state());

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> lookup(database))
                .withMessageContaining("newest signed tree of sum.example.com");
    }

    @Test
    public void aLookUpBegunInTheBackgroundIsTakenUp() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(300);
        ChecksumDatabase client = client(database);
        client.prefetch(MODULE, VERSION);
        client.prefetch(MODULE, VERSION);

        assertThat(client.lookup(MODULE, VERSION).moduleHash()).isEqualTo(HASH);
        assertThat(database.asked.stream().filter(LOOKUP::equals)).hasSize(1);
    }

    @Test
    public void aLieFoundInTheBackgroundIsStillALie() {
        OwnDatabase database = OwnDatabase.ofSize(300);
        database.lie(LOOKUP, database.answer(300).replace("+AbJ", "+AbK"));
        ChecksumDatabase client = client(database);
        client.prefetch(MODULE, VERSION);

        assertThatExceptionOfType(VerificationException.class).isThrownBy(() -> client.lookup(MODULE, VERSION));
    }

    @Test
    public void whatCouldNotBeReachedInTheBackgroundIsTriedOnceMore() throws Exception {
        OwnDatabase database = OwnDatabase.ofSize(300);
        boolean[] first = {true};
        database.lie(LOOKUP, truth -> {
            boolean cut = first[0];
            first[0] = false;
            return cut ? new byte[0] : truth;
        });
        ChecksumDatabase client = client(database);
        client.prefetch(MODULE, VERSION);

        assertThat(client.lookup(MODULE, VERSION).moduleHash()).isEqualTo(HASH);
    }

    @Test
    public void upperCaseIsEscapedInAddresses() {
        assertThat(EscapedModule.path("github.com/Masterminds/x")).isEqualTo("github.com/!masterminds/x");
        assertThat(EscapedModule.version("v1.0.0-RC1+incompatible")).isEqualTo("v1.0.0-!r!c1+incompatible");
        for (String bad : new String[] {"a b", "a?b", "a%2e", "a\nb", "a!b", "ä"}) {
            assertThatThrownBy(() -> EscapedModule.path(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> EscapedModule.version("v1/../../x")).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Path> tilesOnDisk(OwnDatabase database) throws IOException {
        try (Stream<Path> files = Files.walk(own(database).resolve("tile"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] flipLastBit(byte[] data) {
        byte[] flipped = data.clone();
        flipped[flipped.length - 1] ^= 1;
        return flipped;
    }
}
