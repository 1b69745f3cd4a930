package org.troth.store.codec;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.troth.events.Fact;
import org.troth.events.Families;
import org.troth.events.confidential.Sealed;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Writes facts as JSON text and reads them back, each under its lasting name. Equal facts have equal bytes; what is not
 * exactly of the declared shape is refused. Reads only what was opened: nothing is parsed before its seal's verdict.
 */
public final class FactCodec {

    private record Known(FactType type, Shape shape) {}

    private final JsonFactory json = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();
    private final Map<String, Known> byName = new HashMap<>();
    private final Map<Class<?>, Known> byClass = new HashMap<>();
    private final Upcasting upcasting;

    private FactCodec(Stream<FactType> types, List<Upcaster> upcasters) {
        List<FactType> all = types.toList();
        for (FactType type : all) {
            Known known = new Known(type, Shape.of(type.fact()));
            if (byName.put(type.name(), known) != null) {
                throw new UnfitForRecord(type.fact(), "has the name of another: " + type.name());
            }
            byClass.put(type.fact(), known);
        }
        upcasting = new Upcasting(all, upcasters);
    }

    /** Knows every fact of the language. */
    public static FactCodec ofLanguage(List<Upcaster> upcasters) {
        return of(Families.ALL, upcasters);
    }

    /** Knows the facts of these families; refuses to be made when one has no name, a name twice or no stored form. */
    public static FactCodec of(List<Class<? extends Fact>> families, List<Upcaster> upcasters) {
        return new FactCodec(
                families.stream().flatMap(family -> Families.factsOf(family).map(fact -> FactType.of(family, fact))),
                upcasters);
    }

    /** Every kind of fact it knows. */
    public List<FactType> types() {
        return byName.values().stream().map(Known::type).toList();
    }

    /** The lasting name of a fact; refuses a class that was not handed in. */
    public FactType typeOf(Fact fact) {
        return known(fact).type();
    }

    /** The fact as JSON text. */
    public byte[] write(Fact fact) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), out)) {
            known(fact).shape().write(generator, fact);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(typeOf(fact).name() + " cannot be written as text");
        }
        return out.toByteArray();
    }

    /** The fact that was once written so, at this revision or an earlier one. */
    public Fact read(String name, int revision, byte[] payload) {
        Known known = byName.get(name);
        if (known == null) {
            throw new UnreadableFact("no fact is called " + name);
        }
        if (revision < 1 || revision > known.type().revision()) {
            throw new UnreadableFact(name + " of another revision: " + revision);
        }
        byte[] current =
                revision == known.type().revision() ? payload : upcasting.bring(known.type(), revision, payload);
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), current)) {
            parser.nextToken();
            Object fact = known.shape().read(parser);
            if (parser.nextToken() != null) {
                throw new UnreadableFact(name + " is followed by something else");
            }
            return (Fact) fact;
        } catch (JacksonException e) {
            throw new UnreadableFact(name + " is no JSON text of its shape");
        }
    }

    /** The sealed words in a fact. */
    public List<Sealed> sealedIn(Fact fact) {
        List<Sealed> found = new ArrayList<>(2);
        known(fact).shape().sealedIn(fact, found);
        return found;
    }

    /** Names and values as one JSON object, sorted by name. */
    public byte[] writeTexts(SortedMap<String, String> texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), out)) {
            generator.writeStartObject();
            texts.forEach(generator::writeStringProperty);
            generator.writeEndObject();
        } catch (JacksonException e) {
            throw new IllegalArgumentException("metadata that cannot be written as text");
        }
        return out.toByteArray();
    }

    /** Reads what {@link #writeTexts} wrote. */
    public SortedMap<String, String> readTexts(byte[] written) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), written)) {
            SortedMap<String, String> texts = new TreeMap<>();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableFact("metadata is no object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_STRING || texts.put(name, parser.getString()) != null) {
                    throw new UnreadableFact("metadata of another shape");
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new UnreadableFact("metadata is followed by something else");
            }
            return texts;
        } catch (JacksonException e) {
            throw new UnreadableFact("metadata is no JSON text");
        }
    }

    private Known known(Fact fact) {
        @Nullable Known known = byClass.get(fact.getClass());
        if (known == null) {
            throw new IllegalArgumentException(
                    "not a fact of the language: " + fact.getClass().getName());
        }
        return known;
    }

    /** The families of the facts it knows. */
    public Collection<Class<? extends Fact>> families() {
        return byName.values().stream()
                .<Class<? extends Fact>>map(known -> known.type().family())
                .distinct()
                .toList();
    }
}
