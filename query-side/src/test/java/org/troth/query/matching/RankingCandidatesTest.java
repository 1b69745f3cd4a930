package org.troth.query.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.troth.events.Fact;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.MatchStarted;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.volunteer.VolunteerEvent;
import org.troth.query.matching.Fit.From;
import org.troth.query.matching.Fit.Times;

class RankingCandidatesTest {

    private static final Fit BEST = new Fit(true, true, Times.SHARED, 3, true);

    /** Of what happened between people, only that a place is taken may count. */
    private static final Set<Class<?>> TAKES_A_PLACE = Set.of(MatchProposed.class, MatchStarted.class);

    @Test
    void usesNeitherWhoSomebodyIsNorWhatTheyNeedToTakePart() {
        assertThat(inputs().flatMap(
                                each -> Stream.of(each.getAnnotation(From.class).value())))
                .contains(ParticipantEvent.ParticipantLanguagesNoted.class)
                .doesNotContain(
                        ParticipantEvent.ParticipantClassNoted.class, ParticipantEvent.ParticipantAccessNoted.class);
    }

    static Stream<RecordComponent> inputs() {
        return Stream.of(Fit.class.getRecordComponents());
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void usesNothingThatComesFromANoAChangeABoundaryOrAnEnd(RecordComponent input) {
        From from = input.getAnnotation(From.class);
        assertThat(from).as("what %s is made of is said", input.getName()).isNotNull();
        assertThat(from.value()).isNotEmpty();
        for (Class<? extends Fact> fact : from.value()) {
            assertThat(TAKES_A_PLACE.contains(fact)
                            || ParticipantEvent.class.isAssignableFrom(fact)
                            || VolunteerEvent.class.isAssignableFrom(fact))
                    .as("%s may count for %s", fact.getSimpleName(), input.getName())
                    .isTrue();
        }
    }

    @Test
    void hasTheseInputsAndNoOther() {
        assertThat(inputs().map(RecordComponent::getName))
                .containsExactly("sameLanguage", "sameMatter", "times", "free", "qualified");
    }

    @Test
    void putsWhoCanBeSpokenWithFirstThenTheMatterThenTheTimesThenTheRoom() {
        Fit crowded = new Fit(true, true, Times.SHARED, 1, true);
        Fit unsaid = new Fit(true, true, Times.UNKNOWN, 9, true);
        Fit elsewhen = new Fit(true, true, Times.OTHER, 9, true);
        Fit stranger = new Fit(true, false, Times.SHARED, 9, true);
        Fit foreign = new Fit(false, true, Times.SHARED, 9, true);
        assertThat(Stream.of(foreign, elsewhen, crowded, stranger, unsaid, BEST).sorted(Fit.BEST_FIRST))
                .containsExactly(BEST, crowded, unsaid, elsewhen, stranger, foreign);
    }

    @Test
    void saysInCodesWhatSpeaksForTheTwoAndWhatAgainst() {
        assertThat(BEST.reasons()).containsExactly("same-matter", "same-language", "same-times", "room");
        assertThat(BEST.against()).isEmpty();
        Fit other = new Fit(false, false, Times.OTHER, 0, false);
        assertThat(other.reasons()).isEmpty();
        assertThat(other.against()).containsExactly("another-language", "another-matter", "other-times");
        assertThat(other.hindrances()).containsExactly("not-qualified", "no-room");
        assertThat(new Fit(true, true, Times.UNKNOWN, 1, true).against()).isEqualTo(List.of("times-unknown"));
    }
}
