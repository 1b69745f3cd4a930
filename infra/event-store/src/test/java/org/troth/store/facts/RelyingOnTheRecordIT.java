package org.troth.store.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.TagKind;
import org.troth.events.recording.Claim;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Precondition;

/** What a unit claims or relies on holds when it is appended, whoever else appends at the same time. */
class RelyingOnTheRecordIT {

    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void keepsAClaimForOneStreamUntilItIsReleased() throws Exception {
        FactStore node = house.node();
        Claim claim = new Claim(TagKind.OPEN_MATCH, new byte[] {1, 2, 3});
        ParticipantId holder = House.somebody();
        ParticipantId wishing = House.somebody();
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ParticipantId mine = House.somebody();
            Claim contested = new Claim(TagKind.OPEN_MATCH, new byte[] {9});
            calls.add(() -> {
                try {
                    node.recorder().record(House.unit().taking(contested), List.of(House.enquiry(mine)));
                    return true;
                } catch (ClaimTaken e) {
                    return false;
                }
            });
        }
        assertThat(AppendingFactsIT.together(calls)).containsOnlyOnce(true);

        node.recorder().record(House.unit().taking(claim), List.of(House.enquiry(holder)));
        assertThatThrownBy(() -> node.recorder().record(House.unit().taking(claim), List.of(House.enquiry(wishing))))
                .isInstanceOfSatisfying(
                        ClaimTaken.class, e -> assertThat(e.kind()).isEqualTo(TagKind.OPEN_MATCH));
        assertThat(node.streams().lastSequence(wishing.toString())).isEqualTo(-1);
        assertThat(node.streams().readHolder(claim))
                .singleElement()
                .satisfies(fact -> assertThat(fact.aggregateId()).isEqualTo(holder.toString()));

        node.recorder().record(House.unit().taking(claim), List.of(House.enrolment(holder, 1)));
        node.recorder().record(House.unit().releasing(claim), List.of(House.enrolment(holder, 2)));
        assertThat(node.streams().readHolder(claim)).isEmpty();
        node.recorder()
                .record(
                        House.unit().taking(claim, wishing.toString()),
                        List.of(House.enrolment(holder, 3), House.enquiry(wishing)));
        assertThat(node.streams().readHolder(claim))
                .singleElement()
                .satisfies(fact -> assertThat(fact.aggregateId()).isEqualTo(wishing.toString()));
        node.recorder().record(House.unit().releasing(claim).taking(claim), List.of(House.enrolment(holder, 4)));
        assertThat(node.streams().readHolder(claim)).hasSize(5);
    }

    @Test
    void holdsToWhatAUnitReliesOn() {
        FactStore node = house.node();
        ParticipantId consent = House.somebody();
        ParticipantId referral = House.somebody();
        node.recorder().record(House.unit(), List.of(House.enquiry(consent)));

        node.recorder()
                .record(
                        House.unit()
                                .provided(new Precondition(consent.toString(), 0))
                                .provided(new Precondition("absent", -1)),
                        List.of(House.enquiry(referral)));
        node.recorder().record(House.unit(), List.of(House.enrolment(consent, 1)));

        assertThatThrownBy(() -> node.recorder()
                        .record(
                                House.unit().provided(new Precondition(consent.toString(), 0)),
                                List.of(House.enrolment(referral, 1))))
                .isInstanceOf(Overtaken.class);
        assertThatThrownBy(() -> node.recorder()
                        .record(House.unit().provided(new Precondition(consent.toString(), -1)), List.of()))
                .isInstanceOf(Overtaken.class);
        assertThat(node.streams().read(referral.toString(), 0)).hasSize(1);
    }

    @Test
    void neverLetsAWithdrawalAndWhatReliedOnTheConsentBothPass() throws Exception {
        FactStore one = house.node();
        FactStore other = house.node();
        for (int round = 0; round < 25; round++) {
            ParticipantId consent = House.somebody();
            ParticipantId referral = House.somebody();
            one.recorder().record(House.unit(), List.of(House.enquiry(consent)));

            List<Boolean> outcome = AppendingFactsIT.together(List.of(
                    () -> AppendingFactsIT.attempt(one, House.unit(), House.enrolment(consent, 1)),
                    () -> AppendingFactsIT.attempt(
                            other,
                            House.unit().provided(new Precondition(consent.toString(), 0)),
                            House.enquiry(referral))));

            assertThat(outcome.get(0)).isTrue();
            if (outcome.get(1)) {
                assertThat(one.streams().read(referral.toString(), 0).get(0).position())
                        .isLessThan(
                                one.streams().read(consent.toString(), 1).get(0).position());
            }
        }
    }
}
