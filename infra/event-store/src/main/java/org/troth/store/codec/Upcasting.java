package org.troth.store.codec;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The steps from every older revision of every fact to the present one; a missing step is found at start. */
final class Upcasting {

    private record Step(String name, int from) {}

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private final Map<Step, Upcaster> steps = new HashMap<>();

    Upcasting(Collection<FactType> types, List<Upcaster> upcasters) {
        for (Upcaster upcaster : upcasters) {
            if (steps.put(new Step(upcaster.name(), upcaster.from()), upcaster) != null) {
                throw new IllegalArgumentException(
                        "two upcasters of " + upcaster.name() + " from revision " + upcaster.from());
            }
        }
        int used = 0;
        for (FactType type : types) {
            for (int revision = 1; revision < type.revision(); revision++) {
                if (!steps.containsKey(new Step(type.name(), revision))) {
                    throw new UnfitForRecord(type.fact(), "has no upcaster from revision " + revision);
                }
                used++;
            }
        }
        if (used != steps.size()) {
            throw new IllegalArgumentException("an upcaster leads from or to a revision that does not exist");
        }
    }

    /** The payload as it would be stored today. */
    byte[] bring(FactType type, int revision, byte[] payload) {
        try {
            JsonNode tree = mapper.readTree(payload);
            if (!(tree instanceof ObjectNode object)) {
                throw new UnreadableFact(type.name() + "." + revision + " is no object");
            }
            ObjectNode current = object;
            for (int at = revision; at < type.revision(); at++) {
                Upcaster step = steps.get(new Step(type.name(), at));
                if (step == null) {
                    throw new UnreadableFact(type.name() + "." + at + " has no way to the present");
                }
                current = step.change().apply(current);
            }
            return mapper.writeValueAsBytes(current);
        } catch (JacksonException e) {
            throw new UnreadableFact(type.name() + "." + revision + " is no JSON text");
        }
    }
}
