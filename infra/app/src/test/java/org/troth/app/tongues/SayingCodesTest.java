package org.troth.app.tongues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.command.law.CodeList;
import org.troth.events.Side;
import org.troth.events.account.Role;
import org.troth.events.boundary.BoundaryEvent;
import org.troth.events.charter.CharterEvent;
import org.troth.events.confidential.DataClass;
import org.troth.events.conflict.ConflictEvent;
import org.troth.events.consent.ConsentEvent;
import org.troth.events.consent.Purpose;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.matching.MatchingEvent;
import org.troth.events.message.MessageEvent;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.presence.Guest;
import org.troth.events.referral.ReferralEvent;
import org.troth.web.Catalogue;

/** Whatever can be chosen by a code, and whatever a fact says by one, has words in every language. */
class SayingCodesTest {

    private static final List<Class<? extends Enum<?>>> SAID = List.of(
            Side.class,
            Role.class,
            BoundaryEvent.Topic.class,
            CharterEvent.Decision.class,
            DataClass.class,
            ConflictEvent.Relation.class,
            ConsentEvent.Interpreting.class,
            Purpose.class,
            Ground.class,
            SubjectKind.class,
            MatchingEvent.EndReason.class,
            MessageEvent.Occasion.class,
            MessageEvent.Why.class,
            ParticipantEvent.Suitability.class,
            ParticipantEvent.OtherSupport.class,
            ParticipantEvent.PowerImbalance.class,
            ParticipantEvent.Urgency.class,
            ParticipantEvent.Hearer.class,
            ParticipantEvent.ContactChannel.class,
            Guest.class,
            ReferralEvent.Outcome.class);

    private final Catalogue catalogue = Catalogue.read();

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void knowsEachInWords(String language) {
        Locale locale = Locale.forLanguageTag(language);
        assertThat(Stream.concat(
                        Arrays.stream(CodeList.values()).flatMap(list -> list.codes().stream()),
                        SAID.stream()
                                .flatMap(type ->
                                        Arrays.stream(type.getEnumConstants()).map(Enum::name))))
                .filteredOn(code -> catalogue.getMessage("query.reading.code." + code, null, null, locale) == null)
                .as("without words")
                .isEmpty();
        assertThat(PurposeOfUse.values())
                .allSatisfy(
                        purpose -> assertThat(catalogue.getMessage("query.reading.purpose." + purpose, null, locale))
                                .isNotBlank());
    }
}
