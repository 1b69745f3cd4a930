package org.troth.query.sample;

import java.util.List;
import org.troth.events.charter.PublishedCharter;

/** A charter in English and Arabic, of which a test can publish the next version. */
public final class PretendCharter implements PublishedCharter {

    private int version = 1;

    public void publishNext() {
        version++;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public MainPoints mainPoints(String language) {
        return language.equals("ar")
                ? new MainPoints("ar", "rtl", List.of("المتطوع يرافقك."))
                : new MainPoints("en", "ltr", List.of("A volunteer walks beside you.", "They give no advice."));
    }

    @Override
    public List<String> outside() {
        return List.of("legal-advice", "danger", "other");
    }
}
