package org.troth.store.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.events.confidential.TagKind;
import org.troth.events.recording.Claim;

/** What was good for a time is forgotten when it is over; what keeps something unique stays. */
class ForgettingClaimsIT {

    private static final Set<TagKind> FOR_A_TIME = Set.of(TagKind.INVITATION, TagKind.AGENCY_OPENING);

    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void takesOldOnesOfTheKindsThatAreNamedAndNoOthers() {
        FactStore node = house.node();
        Claim invitation = new Claim(TagKind.INVITATION, new byte[] {1});
        Claim name = new Claim(TagKind.SIGN_IN_NAME, new byte[] {1});
        node.recorder().record(House.unit().taking(invitation).taking(name), List.of(House.enquiry(House.somebody())));

        assertThat(node.recorder().forgetClaims(FOR_A_TIME, Instant.now().minusSeconds(60)))
                .as("taken just now")
                .isZero();
        assertThat(node.streams().readHolder(invitation)).isNotEmpty();

        assertThat(node.recorder().forgetClaims(FOR_A_TIME, Instant.now().plusSeconds(60)))
                .isEqualTo(1);
        assertThat(node.streams().readHolder(invitation)).isEmpty();
        assertThat(node.recorder()
                        .forgetClaims(
                                EnumSet.allOf(TagKind.class), Instant.now().plusSeconds(60)))
                .as("what keeps something unique, though it is named")
                .isZero();
        assertThat(node.streams().readHolder(name)).isNotEmpty();
        assertThat(node.recorder().forgetClaims(Set.of(), Instant.now().plusSeconds(60)))
                .isZero();
    }
}
