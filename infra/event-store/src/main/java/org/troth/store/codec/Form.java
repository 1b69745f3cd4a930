package org.troth.store.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.troth.events.confidential.Sealed;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The one way in which a value of some type is written, so that equal values have equal bytes. */
interface Form {

    void write(JsonGenerator json, Object value);

    /** The parser stands on this token; answers a value of the type (the bytes alone for sealed words). */
    Object read(JsonParser json, JsonToken token);

    /** Refuses types that have no one form. */
    static Form of(Class<?> declaring, Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            Type element = generic.getActualTypeArguments()[0];
            if (raw == List.class) {
                return new Many(of(declaring, element), false);
            }
            if (raw == Set.class) {
                return new Many(of(declaring, sortable(declaring, element)), true);
            }
        }
        if (type instanceof Class<?> plain) {
            Form form = plain(plain);
            if (form != null) {
                return form;
            }
        }
        throw new UnfitForRecord(declaring, "has a component of a type that has no stored form: " + type.getTypeName());
    }

    /** Whether it is a record of one UUID. */
    static boolean isIdentifier(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components != null && components.length == 1 && components[0].getType() == UUID.class;
    }

    private static Type sortable(Class<?> declaring, Type element) {
        if (element instanceof Class<?> plain && (plain.isEnum() || plain == String.class || isIdentifier(plain))) {
            return element;
        }
        throw new UnfitForRecord(declaring, "has a set whose order is open: " + element.getTypeName());
    }

    private static @Nullable Form plain(Class<?> type) {
        if (type == String.class) {
            return new Text(text -> text, Object::toString);
        }
        if (type == UUID.class) {
            return new Text(Form::uuid, Object::toString);
        }
        if (type == Instant.class) {
            return new Text(Instant::parse, Object::toString);
        }
        if (type == LocalDate.class) {
            return new Text(LocalDate::parse, Object::toString);
        }
        if (type == Sealed.class) {
            Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
            return new Text(Form::base64, words -> encoder.encodeToString(((Sealed) words).stored()));
        }
        if (type.isEnum()) {
            return names(type);
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Truth();
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return new Whole(type == int.class || type == Integer.class);
        }
        if (isIdentifier(type)) {
            return new Identifier(Shape.of(type));
        }
        return type.isRecord() ? new Nested(Shape.of(type)) : null;
    }

    private static Form names(Class<?> type) {
        Map<String, Object> byName = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            byName.put(((Enum<?>) constant).name(), constant);
        }
        return new Text(
                name -> {
                    Object constant = byName.get(name);
                    if (constant == null) {
                        throw new IllegalArgumentException("no such name");
                    }
                    return constant;
                },
                constant -> ((Enum<?>) constant).name());
    }

    /** Only the usual text: what the JDK accepts beyond it would be written back differently. */
    static UUID uuid(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equals(text)) {
            throw new IllegalArgumentException("not the usual text of a UUID");
        }
        return value;
    }

    private static byte[] base64(String text) {
        if (text.endsWith("=")) {
            throw new IllegalArgumentException("padded");
        }
        return Base64.getUrlDecoder().decode(text);
    }

    /** A value that is one text. */
    record Text(Function<String, Object> from, Function<Object, String> to) implements Form {

        @Override
        public void write(JsonGenerator json, Object value) {
            json.writeString(to.apply(value));
        }

        @Override
        public Object read(JsonParser json, JsonToken token) {
            if (token != JsonToken.VALUE_STRING) {
                throw new IllegalArgumentException("no text");
            }
            return from.apply(json.getString());
        }
    }

    /** A whole number. */
    record Whole(boolean small) implements Form {

        @Override
        public void write(JsonGenerator json, Object value) {
            json.writeNumber(((Number) value).longValue());
        }

        @Override
        public Object read(JsonParser json, JsonToken token) {
            if (token != JsonToken.VALUE_NUMBER_INT) {
                throw new IllegalArgumentException("no whole number");
            }
            if (small) {
                return json.getIntValue();
            }
            return json.getLongValue();
        }
    }

    /** Yes or no. */
    record Truth() implements Form {

        @Override
        public void write(JsonGenerator json, Object value) {
            json.writeBoolean((Boolean) value);
        }

        @Override
        public Object read(JsonParser json, JsonToken token) {
            if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
                throw new IllegalArgumentException("neither true nor false");
            }
            return token == JsonToken.VALUE_TRUE;
        }
    }

    /** A record of one UUID, written as the UUID. */
    record Identifier(Shape shape) implements Form {

        @Override
        public void write(JsonGenerator json, Object value) {
            json.writeString(shape.only(value).toString());
        }

        @Override
        public Object read(JsonParser json, JsonToken token) {
            if (token != JsonToken.VALUE_STRING) {
                throw new IllegalArgumentException("no text");
            }
            return shape.ofOnly(uuid(json.getString()));
        }
    }

    /** A record inside a record. */
    record Nested(Shape shape) implements Form {

        @Override
        public void write(JsonGenerator json, Object value) {
            shape.write(json, value);
        }

        @Override
        public Object read(JsonParser json, JsonToken token) {
            return shape.read(json);
        }
    }

    /** A list in its order, or a set in the order of its elements' texts. */
    record Many(Form element, boolean set) implements Form {

        @Override
        public void write(JsonGenerator json, Object value) {
            json.writeStartArray();
            if (set) {
                List<Object> sorted = new ArrayList<>((Collection<?>) value);
                sorted.sort(Comparator.comparing(
                        each -> each instanceof Enum<?> constant ? constant.name() : each.toString()));
                sorted.forEach(each -> element.write(json, each));
            } else {
                ((Collection<?>) value).forEach(each -> element.write(json, each));
            }
            json.writeEndArray();
        }

        @Override
        public Object read(JsonParser json, JsonToken token) {
            if (token != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException("no array");
            }
            Collection<Object> all = set ? new LinkedHashSet<>() : new ArrayList<>();
            for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
                if (!all.add(element.read(json, next))) {
                    throw new IllegalArgumentException("twice in a set");
                }
            }
            return all;
        }
    }
}
