package org.troth.command.conflict;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.conflict.ConflictRequest.Statement;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Facts;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.What;
import org.troth.command.law.HouseLaw;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.events.conflict.ConflictEvent.ConflictNameStated;
import org.troth.events.conflict.ConflictEvent.ConflictNameTakenBack;
import org.troth.events.conflict.ConflictEvent.Relation;
import org.troth.events.merging.SamePerson;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerEvent;

/**
 * Takes in whom people name for themselves: from them, or from a coordinator whom they told. To take a name back is theirs alone,
 * since nobody else sees what stands on the list.
 */
@Component
class ConflictDesk {

    private static final int MOST = 30;

    /** Whose list it is. */
    record Whose(UUID person, Side side) {}

    private final Dispatch dispatch;
    private final Permits permits;
    private final Streams streams;
    private final NameTags tags;
    private final Sealer sealer;

    ConflictDesk(Dispatch dispatch, Permits permits, Streams streams, NameTags tags, Sealer sealer) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.streams = streams;
        this.tags = tags;
        this.sealer = sealer;
    }

    /** The answer is the new entry's identifier. */
    Outcome state(Asked asked, Statement said) {
        String route = "POST /conflicts";
        Whose whose = mayWrite(asked, route, said);
        Fields fields = new Fields();
        var relation = fields.choice("relation", said.relation(), Relation.class);
        var name = fields.line("name", said.name(), 200);
        String given = name.orNull();
        if (given != null && NameKeys.of(given).isEmpty()) {
            fields.refuse("name", "letters", Phrase.of("command.conflict.wrong.letters"));
        }
        fields.check();
        UUID entry = UUID.randomUUID();
        String what = What.of(route, whose.person(), relation.get(), name.get());
        try {
            Outcome outcome = dispatch.act(
                    asked.actor(),
                    asked.request(),
                    asked.key(),
                    what,
                    () -> statement(asked, route, whose, entry, relation.get(), name.get()));
            if (outcome.repeated()) {
                tags.forget(whose.person(), entry.toString());
            }
            return outcome;
        } catch (RecordUnavailable notKnown) {
            // It may be on the record all the same; what is kept too much counts for nothing.
            throw notKnown;
        } catch (RuntimeException nothingDone) {
            tags.forget(whose.person(), entry.toString());
            throw nothingDone;
        }
    }

    private Intent statement(Asked asked, String route, Whose whose, UUID entry, Relation relation, String name) {
        ConflictHistory list = ConflictHistory.of(whose.person(), streams);
        if (list.standing().size() >= MOST) {
            throw ConflictRefused.tooMany();
        }
        ConflictNameStated stated = new ConflictNameStated(
                whose.person(),
                whose.side(),
                entry,
                relation,
                sealer.seal(Words.CONFLICT_NAME, whose.person(), name),
                HouseLaw.CONFLICT_NAMES);
        tags.keep(whose.person(), entry.toString(), NameKeys.of(name));
        return new Intent(
                new Facts(List.of(list.next(stated))), unit(asked, route, whose.person(), list), entry.toString());
    }

    /** Taken back again, nothing is added. */
    Outcome takeBack(Asked asked, UUID entry) {
        String route = "POST /conflicts/{entry}/withdrawal";
        UUID person = whoStated(asked, entry);
        if (person == null) {
            throw permits.refuse(asked, route, null, Permits.OWN_RECORD_ONLY);
        }
        ConflictNameTakenBack back = new ConflictNameTakenBack(person, ownSide(asked), entry, HouseLaw.CONFLICT_NAMES);
        return dispatch.act(asked.actor(), asked.request(), asked.key(), What.of(route, entry), () -> {
            ConflictHistory list = ConflictHistory.of(person, streams);
            return new Intent(
                    new Facts(list.standing().contains(entry) ? List.of(list.next(back)) : List.of()),
                    unit(asked, route, person, list),
                    entry.toString());
        });
    }

    /** In which of their own records the actor stated it; absent where they did not. */
    private @Nullable UUID whoStated(Asked asked, UUID entry) {
        UUID own = asked.actor().person();
        if (own == null || !permits.isSelf(asked, own)) {
            return null;
        }
        List<UUID> records = ownSide(asked) == Side.PARTICIPANT
                ? SamePerson.of(new ParticipantId(own), streams).all().stream()
                        .map(ParticipantId::value)
                        .toList()
                : List.of(own);
        return records.stream()
                .filter(each -> ConflictHistory.of(each, streams).wasStated(entry))
                .findFirst()
                .orElse(null);
    }

    /** Whose list would be written on, for whoever may; the form itself shows nothing of it. */
    Whose mayWrite(Asked asked, String route, Statement said) {
        Fields fields = new Fields();
        var participant = fields.idIfAny("participant", said.participant(), ParticipantId::new);
        var volunteer = fields.idIfAny("volunteer", said.volunteer(), VolunteerId::new);
        ParticipantId asking = participant.orNull();
        VolunteerId walking = volunteer.orNull();
        UUID own = asked.actor().person();
        if (asking != null && walking != null) {
            fields.refuse("volunteer", "one-person", Phrase.of("command.conflict.wrong.one-person"));
        }
        fields.check();
        if (asking != null) {
            return mayWrite(asked, route, new Whose(asking.value(), Side.PARTICIPANT), ParticipantEvent.class);
        }
        if (walking != null) {
            return mayWrite(asked, route, new Whose(walking.value(), Side.VOLUNTEER), VolunteerEvent.class);
        }
        if (own == null || !permits.isSelf(asked, own)) {
            throw permits.refuse(asked, route, null, Permits.OWN_RECORD_ONLY);
        }
        return new Whose(own, ownSide(asked));
    }

    private Whose mayWrite(Asked asked, String route, Whose whose, Class<? extends Fact> family) {
        permits.selfOrCoordinator(asked, route, whose.person());
        permits.onRecord(whose.person(), family);
        return whose;
    }

    private static Side ownSide(Asked asked) {
        return asked.actor().is(Role.PARTICIPANT) ? Side.PARTICIPANT : Side.VOLUNTEER;
    }

    private Unit unit(Asked asked, String route, UUID person, ConflictHistory list) {
        return permits.asThemselves(asked, route, person).provided(list.precondition());
    }
}
