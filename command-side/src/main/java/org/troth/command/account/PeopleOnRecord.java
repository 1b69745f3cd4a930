package org.troth.command.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.participant.Enrolment;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerStanding;

/** Asks whether the person an account is for is on the record, so that a person's role is given to nobody else. */
@Component
final class PeopleOnRecord {

    private final Enrolment enrolment;
    private final VolunteerStanding volunteers;
    private final Clock clock;

    PeopleOnRecord(Enrolment enrolment, VolunteerStanding volunteers, Clock clock) {
        this.enrolment = enrolment;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    /** Lets the unit hold only while the person may have this role; refuses when they may not now. */
    void provideFor(Unit unit, Role role, @Nullable UUID person) {
        if (role == Role.PARTICIPANT) {
            Enrolment.Standing standing = enrolment.of(new ParticipantId(there(person)));
            permit(standing.enrolled());
            unit.provided(standing.precondition());
        } else if (role == Role.VOLUNTEER) {
            VolunteerStanding.Standing standing = volunteers.of(new VolunteerId(there(person)), LocalDate.now(clock));
            permit(standing.registered());
            unit.provided(standing.precondition());
        }
    }

    /** The roles that were wished for, with the role of the person whose account it is where that was; refuses when they have none. */
    Set<Role> rolesOf(RoleWishes wishes, @Nullable UUID person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(wishes.named());
        if (wishes.person()) {
            boolean enrolled = enrolment.of(new ParticipantId(there(person))).enrolled();
            roles.add(enrolled ? Role.PARTICIPANT : Role.VOLUNTEER);
        }
        return roles;
    }

    /** The role of a person among these; where there is none any of the two does, since neither can be taken. */
    Role roleAmong(Set<Role> roles) {
        return roles.contains(Role.PARTICIPANT) ? Role.PARTICIPANT : Role.VOLUNTEER;
    }

    private static UUID there(@Nullable UUID person) {
        if (person == null) {
            throw AccountRefused.personNotOnRecord();
        }
        return person;
    }

    private static void permit(boolean onRecord) {
        if (!onRecord) {
            throw AccountRefused.personNotOnRecord();
        }
    }
}
