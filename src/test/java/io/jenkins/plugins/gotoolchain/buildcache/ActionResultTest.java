package io.jenkins.plugins.gotoolchain.buildcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.Test;

public class ActionResultTest {

    private static final CacheRecord RECORD =
            new CacheRecord("ab".repeat(32), "cd".repeat(32), 300, "ef".repeat(32), Instant.ofEpochMilli(1));

    @Test
    public void isTheMessageOfTheRemoteExecutionApi() {
        byte[] record = RECORD.bytes();
        String file = "0a04" + ascii("body") // path = 1
                + "1245" + "0a40" + ascii("ef".repeat(32)) + "10ac02"; // digest = 2: hash = 1, size_bytes = 2
        assertThat(HexFormat.of().formatHex(ActionResult.of(RECORD))).isEqualTo(
                "12" + HexFormat.of().toHexDigits((byte) (file.length() / 2)) + file // output_files = 2
                        + "2a" + HexFormat.of().toHexDigits((byte) (record.length & 0x7f | 0x80))
                        + HexFormat.of().toHexDigits((byte) (record.length >> 7)) + HexFormat.of().formatHex(record)); // stdout_raw = 5
    }

    @Test
    public void theRecordComesBackWhateverElseAServerAdds() {
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.writeBytes(HexFormat.of().parseHex("20ffffffff07" + "4a03616263" + "5d01020304" + "590102030405060708"));
        more.writeBytes(ActionResult.of(RECORD));
        assertThat(ActionResult.record(more.toByteArray())).hasValue(RECORD.bytes());
        assertThat(more.size()).isLessThan(RECORD.bytes().length + ActionResult.MOST_AROUND);
    }

    @Test
    public void whatIsCutOffOrNoMessageHasNone() {
        byte[] whole = ActionResult.of(RECORD);
        for (int length = 0; length < whole.length; length++) {
            assertThat(ActionResult.record(Arrays.copyOf(whole, length))).isEmpty();
        }
        for (String hostile : new String[] {"2affffffffffffffffff01", "2a80", "ff", "2b", "2f00", "2affffffff0f41", "00".repeat(9) + "2a01"}) {
            assertThat(ActionResult.record(HexFormat.of().parseHex(hostile))).as(hostile).isEmpty();
        }
        assertThat(ActionResult.record("<html>not a cache</html>".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    public void noBytesAreTooMuchForIt() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            ActionResult.record(bytes);
        }
    }

    private static String ascii(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
