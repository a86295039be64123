package io.jenkins.plugins.gotoolchain.jenkins.node;

import io.jenkins.plugins.gotoolchain.version.GoVersion;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The catalogue of what may be used, as it goes to a node.
 *
 * @param of whose: stays the same as long as this Jenkins does
 * @param number only grows
 * @param withdrawn what may not be there any more
 */
public record CatalogueStamp(String of, long number, List<GoVersion> withdrawn) implements Serializable {

    private static final long serialVersionUID = 1L;

    public CatalogueStamp {
        withdrawn = new ArrayList<>(withdrawn);
    }
}
