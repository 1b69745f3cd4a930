package org.troth.store.facts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.troth.events.Fact;
import org.troth.events.confidential.Sealed;
import org.troth.events.disclosure.DisclosureEvent;
import org.troth.events.keys.KeyEvent;
import org.troth.events.ledger.LedgerEvent;
import org.troth.events.recording.Claim;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import org.troth.ledger.Category;
import org.troth.ledger.FactDraft;
import org.troth.ledger.FactSealing;
import org.troth.ledger.SealedFact;
import org.troth.store.codec.FactCodec;
import org.troth.store.codec.FactType;

/** Turns a unit's facts into sealed ones, on the thread of whoever asks, with the births of keys that they owe. */
final class UnitSealer {

    /** A sealed unit, and what its keys' births are to be remembered by once it is durable. */
    record Ready(SealedUnit unit, List<NewFact> births, Set<UUID> dataKeys) {}

    private final FactSealing sealing;
    private final FactCodec codec;
    private final KeyRegister keys;
    private final Clock clock;
    private final UUID ledgerId;

    UnitSealer(FactSealing sealing, FactCodec codec, KeyRegister keys, Clock clock, UUID ledgerId) {
        this.sealing = sealing;
        this.codec = codec;
        this.keys = keys;
        this.clock = clock;
        this.ledgerId = ledgerId;
    }

    /** The fact in its stored text, beside what its unit says. */
    Draft.Fact draft(SortedMap<String, String> texts, NewFact each, UUID eventId) {
        Fact fact = each.fact();
        FactType type = codec.typeOf(fact);
        return new Draft.Fact(
                eventId,
                each,
                texts,
                sealing.streamId(each.aggregateId()),
                category(fact),
                type.name(),
                type.revision(),
                codec.write(fact),
                codec.writeTexts(StoredMetadata.stored(texts, each)),
                codec.sealedIn(fact),
                fact instanceof KeyEvent.KeyDestroyed,
                fact instanceof LedgerEvent.SystemKeyRotated rotated ? rotated.generation() : 0);
    }

    /** Seals everything under what holds now; the head is the one last seen. */
    Ready seal(Draft draft, HeadState head) {
        int generation = sealing.generation();
        Instant now = clock.instant();
        long nanos = System.nanoTime();
        List<SealedUnit.Item> own = new ArrayList<>(draft.facts().size() + 1);
        List<Sealed> words = new ArrayList<>();
        Set<UUID> recordKeys = new HashSet<>(2);
        int destroyed = 0;
        Integer nextGeneration = null;
        for (Draft.Fact fact : draft.facts()) {
            own.add(seal(fact, now, recordKeys));
            words.addAll(fact.words());
            destroyed += fact.destroysKeys() ? 1 : 0;
            nextGeneration = fact.generation() > 0 ? Integer.valueOf(fact.generation()) : nextGeneration;
        }
        Map<UUID, UUID> dataKeys = KeyRegister.ownersByKey(words);
        List<NewFact> births = own.isEmpty() ? List.of() : keys.owed(dataKeys, recordKeys, head.destructions());
        List<SealedUnit.Item> items = new ArrayList<>(own.size() + births.size());
        births.forEach(birth -> items.add(seal(draft(draft.texts(), birth, UUID.randomUUID()), now, recordKeys)));
        items.addAll(draft.genesis() ? 0 : items.size(), own);
        SealedUnit unit = new SealedUnit(
                items,
                draft.genesis() ? 0 : births.size(),
                needs(draft.unit()),
                taken(draft),
                draft.unit().released(),
                draft.unit().answer(),
                destroyed,
                nextGeneration,
                generation,
                head.destructions(),
                now,
                nanos,
                draft.facts().isEmpty() || draft.facts().stream().anyMatch(Draft.Fact::isAwaited));
        return new Ready(unit, births, dataKeys.keySet());
    }

    /** What was sealed is durable. */
    void durable(Ready ready) {
        keys.durable(ready.births(), ready.dataKeys(), ready.unit().destructions());
    }

    private SealedUnit.Item seal(Draft.Fact fact, Instant now, Set<UUID> recordKeys) {
        SealedFact sealed = sealing.seal(new FactDraft(
                fact.category(),
                ledgerId,
                fact.eventId(),
                fact.streamId(),
                fact.plain().sequence(),
                now.toEpochMilli(),
                fact.type(),
                fact.revision(),
                fact.payload(),
                fact.metadata()));
        recordKeys.add(sealed.keyId());
        return new SealedUnit.Item(fact.eventId(), fact.streamId(), fact.plain().sequence(), sealed);
    }

    private List<SealedUnit.Need> needs(Unit unit) {
        List<Precondition> preconditions = unit.preconditions();
        if (preconditions.isEmpty()) {
            return List.of();
        }
        return preconditions.stream()
                .map(each -> new SealedUnit.Need(sealing.streamId(each.aggregateId()), each.lastSequence()))
                .toList();
    }

    private List<SealedUnit.Taking> taken(Draft draft) {
        List<SealedUnit.Taking> taken = new ArrayList<>();
        for (Claim claim : draft.unit().taken()) {
            String holder = draft.unit().holderOf(claim);
            if (holder == null && draft.facts().isEmpty()) {
                throw new IllegalArgumentException("a claim for no stream");
            }
            taken.add(new SealedUnit.Taking(
                    claim, holder == null ? draft.facts().get(0).streamId() : sealing.streamId(holder)));
        }
        return taken;
    }

    private static Category category(Fact fact) {
        if (fact instanceof KeyEvent) {
            return Category.KEY;
        }
        if (fact instanceof DisclosureEvent) {
            return Category.DISCLOSURE;
        }
        return fact instanceof LedgerEvent ? Category.SYSTEM : Category.DOMAIN;
    }
}
