package org.troth.store.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.recording.Answer;
import org.troth.events.recording.Claim;

/** A batch as the columns that the functions of the store take, units numbered from 0. */
final class BatchArrays {

    /** Makes the mark that binds a fact to its position. */
    @FunctionalInterface
    interface WriterTags {

        /** Makes none, where none is needed. */
        WriterTags NONE = (position, headerHash, ctHash) -> new byte[0];

        byte[] of(long position, byte[] headerHash, byte[] ctHash);
    }

    private static final long NOWHERE = -2;

    final UUID[] eventIds;
    final UUID[] streamIds;
    final long[] sequences;
    final int[] factUnits;
    final byte[][] headers;
    final byte[][] cts;
    final byte[][] ctHashes;
    final byte[][] writerTags;

    /** Where every stream must end that is appended to or needed, for the call that only asks whether all is well. */
    final UUID[] endingStreams;

    final long[] endingSequences;

    final UUID[] neededStreams;
    final long[] neededSequences;
    final int[] neededUnits;

    final int[] takenKinds;
    final byte[][] takenTags;
    final UUID[] takenStreams;
    final int[] takenUnits;

    final int[] givenKinds;
    final byte[][] givenTags;
    final int[] givenUnits;

    final UUID[] answerActors;
    final byte[][] answerKeys;
    final byte[][] answerRequests;
    final byte[][] answers;
    final long[] answerPositions;
    final String[] answerExpiries;
    final int[] answerUnits;

    int destroyed;

    /** Numbers the facts from this position on; tags are made for those positions. */
    BatchArrays(List<SealedUnit> units, long first, WriterTags tags) {
        int facts = 0;
        int needs = 0;
        int taken = 0;
        int given = 0;
        int kept = 0;
        for (SealedUnit unit : units) {
            facts += unit.facts().size();
            needs += unit.needs().size();
            taken += unit.taken().size();
            given += unit.released().size();
            kept += unit.answer() == null ? 0 : 1;
        }
        eventIds = new UUID[facts];
        streamIds = new UUID[facts];
        sequences = new long[facts];
        factUnits = new int[facts];
        headers = new byte[facts][];
        cts = new byte[facts][];
        ctHashes = new byte[facts][];
        writerTags = new byte[facts][];
        neededStreams = new UUID[needs];
        neededSequences = new long[needs];
        neededUnits = new int[needs];
        takenKinds = new int[taken];
        takenTags = new byte[taken][];
        takenStreams = new UUID[taken];
        takenUnits = new int[taken];
        givenKinds = new int[given];
        givenTags = new byte[given][];
        givenUnits = new int[given];
        answerActors = new UUID[kept];
        answerKeys = new byte[kept][];
        answerRequests = new byte[kept][];
        answers = new byte[kept][];
        answerPositions = new long[kept];
        answerExpiries = new String[kept];
        answerUnits = new int[kept];
        fill(units, first, tags);
        Map<UUID, Long> ends = ends(units);
        endingStreams = ends.keySet().toArray(UUID[]::new);
        endingSequences = ends.values().stream().mapToLong(Long::longValue).toArray();
    }

    /** A stream of which two different ends are asked for gets one that no stream has. */
    private static Map<UUID, Long> ends(List<SealedUnit> units) {
        Map<UUID, Long> ends = new LinkedHashMap<>();
        for (SealedUnit unit : units) {
            Map<UUID, Long> next = new HashMap<>();
            for (SealedUnit.Item item : unit.facts()) {
                Long expected = next.put(item.streamId(), item.sequence() + 1);
                if (expected == null) {
                    end(ends, item.streamId(), item.sequence() - 1);
                } else if (expected != item.sequence()) {
                    ends.put(item.streamId(), NOWHERE);
                }
            }
            unit.needs().forEach(need -> end(ends, need.streamId(), need.lastSequence()));
        }
        return ends;
    }

    private static void end(Map<UUID, Long> ends, UUID stream, long sequence) {
        Long other = ends.putIfAbsent(stream, sequence);
        if (other != null && other != sequence) {
            ends.put(stream, NOWHERE);
        }
    }

    /** The head after this batch. */
    HeadState after(HeadState before, @Nullable Integer nextGeneration) {
        return new HeadState(
                before.size() + eventIds.length,
                nextGeneration == null ? before.generation() : nextGeneration,
                before.destructions() + destroyed);
    }

    private void fill(List<SealedUnit> units, long first, WriterTags tags) {
        int fact = 0;
        int need = 0;
        int answer = 0;
        for (int number = 0; number < units.size(); number++) {
            SealedUnit unit = units.get(number);
            for (SealedUnit.Item item : unit.facts()) {
                eventIds[fact] = item.eventId();
                streamIds[fact] = item.streamId();
                sequences[fact] = item.sequence();
                factUnits[fact] = number;
                headers[fact] = item.sealed().header();
                cts[fact] = item.sealed().ct();
                ctHashes[fact] = item.sealed().ctHash();
                writerTags[fact] = tags.of(
                        first + fact, item.sealed().headerHash(), item.sealed().ctHash());
                fact++;
            }
            for (SealedUnit.Need each : unit.needs()) {
                neededStreams[need] = each.streamId();
                neededSequences[need] = each.lastSequence();
                neededUnits[need++] = number;
            }
            Answer kept = unit.answer();
            if (kept != null) {
                answerActors[answer] = kept.actor();
                answerKeys[answer] = kept.keyTag();
                answerRequests[answer] = kept.requestTag();
                answers[answer] = kept.text().getBytes(UTF_8);
                answerPositions[answer] = first + fact - 1;
                answerExpiries[answer] = kept.expiresAt().toString();
                answerUnits[answer++] = number;
            }
            destroyed += unit.destroyed();
        }
        fillClaims(units);
    }

    private void fillClaims(List<SealedUnit> units) {
        int taken = 0;
        int given = 0;
        for (int number = 0; number < units.size(); number++) {
            SealedUnit unit = units.get(number);
            for (SealedUnit.Taking each : unit.taken()) {
                takenKinds[taken] = each.claim().kind().code();
                takenTags[taken] = each.claim().tag();
                takenStreams[taken] = each.streamId();
                takenUnits[taken++] = number;
            }
            for (Claim claim : unit.released()) {
                givenKinds[given] = claim.kind().code();
                givenTags[given] = claim.tag();
                givenUnits[given++] = number;
            }
        }
    }
}
