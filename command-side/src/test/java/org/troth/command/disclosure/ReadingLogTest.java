package org.troth.command.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.command.disclosure.GateHouse.ADMINISTRATOR;
import static org.troth.command.disclosure.GateHouse.AUDITOR;
import static org.troth.command.disclosure.GateHouse.COORDINATOR;
import static org.troth.command.disclosure.GateHouse.HELPED;
import static org.troth.command.disclosure.GateHouse.PARTICIPANT;
import static org.troth.command.disclosure.GateHouse.REQUEST;
import static org.troth.command.disclosure.GateHouse.VOLUNTEER;
import static org.troth.command.disclosure.GateHouse.WALKS_BESIDE;
import static org.troth.command.disclosure.GateHouse.look;
import static org.troth.command.disclosure.GateHouse.participant;
import static org.troth.events.confidential.DataClass.IDENTITY;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.DisclosureEvent.LogRead;
import org.troth.events.disclosure.DisclosureEvent.LookRefused;
import org.troth.events.disclosure.DisclosureEvent.PeopleSearched;
import org.troth.events.disclosure.DisclosureEvent.RecordDisclosed;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.disclosure.TooManyRefusals;

class ReadingLogTest {

    private final GateHouse house = new GateHouse();

    @Test
    void recordsASearchOnceWithItsScopeAndNeverItsPeople() {
        Disclosure disclosure = house.gate.search(
                COORDINATOR,
                PurposeOfUse.COC,
                "/participants/search",
                SubjectKind.PARTICIPANT,
                Set.of(IDENTITY),
                Set.of(PARTICIPANT, VOLUNTEER),
                REQUEST);

        assertThat(disclosure.permits(PARTICIPANT, Words.PARTICIPANT_NAME)).isTrue();
        assertThat(disclosure.permits(PARTICIPANT, Words.PARTICIPANT_CONTACT)).isFalse();
        assertThat(house.record.facts()).hasSize(1);
        assertThat(house.record.facts(PeopleSearched.class)).singleElement().satisfies(fact -> {
            assertThat(fact.scanned()).isEqualTo(2);
            assertThat(fact.scope()).isEqualTo(SubjectKind.PARTICIPANT);
        });
    }

    @Test
    void forbidsSearchesToThoseWhoseGroundIsARelation() {
        for (Actor actor : List.of(HELPED, WALKS_BESIDE, ADMINISTRATOR)) {
            assertThatThrownBy(() -> house.gate.search(
                            actor,
                            PurposeOfUse.SUPNWK,
                            "/participants/search",
                            SubjectKind.PARTICIPANT,
                            Set.of(IDENTITY),
                            Set.of(PARTICIPANT),
                            REQUEST))
                    .isInstanceOf(LookForbidden.class);
        }
        assertThat(house.record.facts(LookRefused.class)).hasSize(3);
        assertThat(house.record.facts(PeopleSearched.class)).isEmpty();
    }

    @Test
    void recordsThatTheLogWasReadByThoseWhoMay() {
        house.gate.logRead(AUDITOR, PurposeOfUse.RECORDMGT, "/audit", null, 12, REQUEST);
        house.gate.logRead(HELPED, PurposeOfUse.PATRQT, "/disclosures/of/{person}", PARTICIPANT, 2, REQUEST);

        assertThat(house.record.facts(LogRead.class))
                .extracting(LogRead::results)
                .containsExactly(12, 2);
        assertThat(house.record.facts(LogRead.class))
                .extracting(LogRead::role)
                .containsExactly(Role.AUDITOR, Role.PARTICIPANT);
    }

    @Test
    void keepsTheLogFromEverybodyElse() {
        for (Actor actor : List.of(COORDINATOR, ADMINISTRATOR, WALKS_BESIDE)) {
            for (PurposeOfUse purpose : List.of(PurposeOfUse.PATRQT, PurposeOfUse.HCOMPL, PurposeOfUse.HSYSADMIN)) {
                assertThatThrownBy(() ->
                                house.gate.logRead(actor, purpose, "/disclosures/of/{person}", PARTICIPANT, 1, REQUEST))
                        .isInstanceOf(LookForbidden.class);
            }
        }
        assertThatThrownBy(() -> house.gate.logRead(HELPED, PurposeOfUse.PATRQT, "/audit", null, 1, REQUEST))
                .isInstanceOf(LookForbidden.class);
        assertThat(house.record.facts(LogRead.class)).isEmpty();
        assertThat(house.record.facts(LookRefused.class)).hasSize(10);
    }

    @Test
    void storesNoMoreThanThirtyRefusalsAMinuteOfOneActor() {
        for (int times = 0; times < Gate.MOST_REFUSALS; times++) {
            house.gate.refused(COORDINATOR, "/accounts/{account}/lock", null, "administrators-only", REQUEST);
        }
        for (int times = 0; times < 100; times++) {
            assertThatThrownBy(() -> house.gate.refused(COORDINATOR, "/accounts", null, "administrators-only", REQUEST))
                    .isInstanceOfSatisfying(
                            TooManyRefusals.class,
                            refused -> assertThat(refused.retryAfter())
                                    .isPositive()
                                    .isLessThanOrEqualTo(Gate.REFUSAL_WINDOW));
            assertThatThrownBy(() -> house.gate.disclose(look(COORDINATOR, PurposeOfUse.HRESCH, participant(IDENTITY))))
                    .isInstanceOf(TooManyRefusals.class);
        }
        assertThat(house.record.facts(LookRefused.class)).hasSize(Gate.MOST_REFUSALS);

        house.gate.refused(AUDITOR, "/accounts", null, "administrators-only", REQUEST);
        assertThat(house.record.facts(LookRefused.class)).hasSize(Gate.MOST_REFUSALS + 1);
        house.gate.disclose(look(COORDINATOR, PurposeOfUse.COC, participant(IDENTITY)));
        assertThat(house.record.facts(RecordDisclosed.class)).hasSize(1);
    }
}
