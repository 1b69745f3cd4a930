package org.troth.command.boundary;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.boundary.BoundaryRequest.BoundaryEdit;
import org.troth.command.boundary.BoundaryRequest.BoundarySide;
import org.troth.command.boundary.BoundaryRequest.NewBoundary;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.What;
import org.troth.events.BoundaryId;
import org.troth.events.MatchId;
import org.troth.events.Side;
import org.troth.events.account.Role;
import org.troth.events.boundary.BoundaryEvent.BoundarySet;
import org.troth.events.boundary.BoundaryEvent.Topic;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.matching.MatchInForce;
import org.troth.events.matching.MatchInForce.Standing;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;

/** Takes in what is asked about boundaries: whose side it is, and whether the match goes on. */
@Component
class BoundaryDesk {

    private static final int LONGEST = 2000;

    private final Dispatch dispatch;
    private final Permits permits;
    private final MatchInForce matches;
    private final Streams streams;
    private final Sealer sealer;

    BoundaryDesk(Dispatch dispatch, Permits permits, MatchInForce matches, Streams streams, Sealer sealer) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.matches = matches;
        this.streams = streams;
        this.sealer = sealer;
    }

    /** The answer is the new boundary's identifier. */
    Outcome set(Asked asked, NewBoundary said) {
        String route = "POST /boundaries";
        Fields fields = new Fields();
        var match = fields.id("match", said.match(), MatchId::new);
        var topic = fields.choice("topic", said.topic(), Topic.class);
        var words = fields.textIfAny("words", said.words(), LONGEST);
        fields.check();
        Side side = side(asked, route, new Pair(matches.of(match.get())), said.side());
        BoundaryId id = new BoundaryId(UUID.randomUUID());
        return act(asked, What.of(route, match.get(), side, topic.get(), words.orNull()), () -> {
            Standing standing = matches.of(match.get());
            return new Intent(
                    new SetBoundary(
                            id,
                            match.get(),
                            standing,
                            side,
                            topic.get(),
                            seal(standing, new Pair(standing).person(side), words.orNull())),
                    unit(asked, route, standing),
                    id.toString());
        });
    }

    Outcome change(Asked asked, BoundaryId id, BoundaryEdit said) {
        String route = "POST /boundaries/{id}/change";
        BoundarySet set = recorded(asked, route, id);
        Side side = side(asked, route, new Pair(set), said.side());
        Fields fields = new Fields();
        var topic = fields.choice("topic", said.topic(), Topic.class);
        var words = fields.textIfAny("words", said.words(), LONGEST);
        fields.check();
        return act(asked, What.of(route, id, side, topic.get(), words.orNull()), () -> {
            Standing standing = matches.of(set.match());
            // The author's own words: of anybody else's nothing is sealed, for they will be refused.
            UUID author = side == set.by() ? set.author() : null;
            return new Intent(
                    new ChangeBoundary(id, standing, side, topic.get(), seal(standing, author, words.orNull())),
                    unit(asked, route, standing),
                    id.toString());
        });
    }

    Outcome sayNo(Asked asked, BoundaryId id, BoundarySide said) {
        return onlySide(asked, "POST /boundaries/{id}/no", id, said, side -> standing -> new SayNo(id, standing, side));
    }

    Outcome lift(Asked asked, BoundaryId id, BoundarySide said) {
        return onlySide(
                asked,
                "POST /boundaries/{id}/lifting",
                id,
                said,
                side -> standing -> new LiftBoundary(id, standing, side));
    }

    private Outcome onlySide(
            Asked asked,
            String route,
            BoundaryId id,
            BoundarySide said,
            Function<Side, Function<Standing, Object>> command) {
        BoundarySet set = recorded(asked, route, id);
        Side side = side(asked, route, new Pair(set), said.side());
        return act(asked, What.of(route, id, side), () -> {
            Standing standing = matches.of(set.match());
            return new Intent(command.apply(side).apply(standing), unit(asked, route, standing), id.toString());
        });
    }

    /** For whom a form about this match may be opened: the two, or a coordinator. */
    void mayOpenForm(Asked asked, String route, MatchId match) {
        Pair pair = new Pair(matches.of(match));
        if (own(asked, pair) == null) {
            permits.selfOrCoordinator(asked, route, pair.participant());
        }
        if (pair.participant() == null) {
            throw new NotOnRecord();
        }
    }

    /**
     * The boundary whose form may be opened; that it was shown is on the record first. What the other set is shown on the
     * ground of the match, which ends with it.
     */
    BoundarySet mayOpenForm(Asked asked, PurposeOfUse purpose, String route, BoundaryId id) {
        BoundarySet set = recorded(asked, route, id);
        Side own = own(asked, new Pair(set));
        if (own == null) {
            permits.selfOrCoordinator(asked, route, set.participant().value());
        } else if (own != set.by() && !matches.of(set.match()).started()) {
            throw permits.refuse(asked, route, set.participant().value(), Permits.OWN_RECORD_ONLY);
        }
        permits.show(
                asked,
                purpose,
                route,
                SubjectKind.PARTICIPANT,
                set.participant().value(),
                own == Side.VOLUNTEER ? set.match() : null);
        return set;
    }

    /** The two people of a boundary or match, as far as there are any. */
    private record Pair(
            @Nullable UUID participant, @Nullable UUID volunteer) {

        Pair(Standing standing) {
            this(
                    standing.participant() == null
                            ? null
                            : standing.participant().value(),
                    standing.volunteer() == null ? null : standing.volunteer().value());
        }

        Pair(BoundarySet set) {
            this(set.participant().value(), set.volunteer().value());
        }

        @Nullable
        UUID person(Side side) {
            return side == Side.PARTICIPANT ? participant : volunteer;
        }
    }

    private BoundarySet recorded(Asked asked, String route, BoundaryId id) {
        for (RecordedFact each : streams.read(id.toString(), 0)) {
            if (each.fact() instanceof BoundarySet set) {
                return set;
            }
        }
        permits.selfOrCoordinator(asked, route, null);
        throw new NotOnRecord();
    }

    private Side side(Asked asked, String route, Pair pair, @Nullable String said) {
        Side own = own(asked, pair);
        if (own == null) {
            permits.selfOrCoordinator(asked, route, pair.participant());
        }
        if (pair.participant() == null) {
            throw new NotOnRecord();
        }
        if (own != null && (said == null || said.isBlank())) {
            return own;
        }
        Fields fields = new Fields();
        var named = fields.choice("side", said, Side.class);
        fields.check();
        if (own != null && named.get() != own) {
            throw permits.refuse(asked, route, pair.participant(), Permits.OWN_RECORD_ONLY);
        }
        return named.get();
    }

    private @Nullable Side own(Asked asked, Pair pair) {
        if (asked.actor().is(Role.PARTICIPANT) && permits.isSelf(asked, pair.participant())) {
            return Side.PARTICIPANT;
        }
        return asked.actor().is(Role.VOLUNTEER) && permits.isSelf(asked, pair.volunteer()) ? Side.VOLUNTEER : null;
    }

    private @Nullable Sealed seal(Standing standing, @Nullable UUID author, @Nullable String words) {
        return standing.started() && author != null ? sealer.sealIfAny(Words.BOUNDARY_WORDS, author, words) : null;
    }

    private Outcome act(Asked asked, String what, Supplier<Intent> intent) {
        return dispatch.act(asked.actor(), asked.request(), asked.key(), what, intent);
    }

    private Unit unit(Asked asked, String route, Standing standing) {
        Unit unit = permits.asThemselves(asked, route, new Pair(standing).participant());
        standing.preconditions().forEach(unit::provided);
        return unit;
    }
}
