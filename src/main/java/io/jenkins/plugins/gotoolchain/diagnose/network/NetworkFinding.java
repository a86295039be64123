package io.jenkins.plugins.gotoolchain.diagnose.network;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cause, and what its text names.
 *
 * @param values by the names that stand in braces in the text; printable, without secrets
 */
public record NetworkFinding(NetworkCause cause, Map<String, String> values) implements Serializable {

    /** @param pairs name, value, name, value; what is null is left out */
    static NetworkFinding of(NetworkCause cause, Object... pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                values.put((String) pairs[i], String.valueOf(pairs[i + 1]));
            }
        }
        return new NetworkFinding(cause, values);
    }
}
