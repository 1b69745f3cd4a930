package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.troth.app.stories.Stage.Cast;

/** What is not one's own and what does not exist answer alike: that somebody is enrolled is itself the secret (R8). */
@ExtendWith(Stage.class)
class AskingForWhatIsNotOnesOwnIT {

    @ParameterizedTest
    @CsvSource({
        "participant, /participants/",
        "volunteer, /participants/",
        "auditor, /participants/",
        "administrator, /participants/",
        "volunteer, /disclosures/of/",
        "participant, /disclosures/of/",
    })
    void answersAlikeForKnownAndUnknown(String account, String path, Cast cast) {
        String known = new Coordinator(cast.at("coordinator")).enquire("Somebody asks.");
        Visitor visitor = cast.at(account);
        String forbidden = answer(visitor, path + known);
        String unknown = answer(visitor, path + UUID.randomUUID());
        assertThat(forbidden).isEqualTo(unknown);
        assertThat(forbidden).startsWith("40");
    }

    /** Status and page, without the reference that every answer has of its own. */
    private static String answer(Visitor visitor, String path) {
        int status = visitor.attempt(path);
        return status + " "
                + Watch.withoutIds(visitor.page().content())
                        .replaceAll("nonce=\"[^\"]*\"|content=\"[A-Za-z0-9_-]{20,}\"|value=\"[A-Za-z0-9_-]{20,}\"", "");
    }
}
