package org.troth.store.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Under;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** How one record is written as a JSON object: every component in declared order, none more, none less. */
final class Shape {

    /** One component: its field, how it is written, and for sealed words whose they are. */
    private record Part(
            String name,
            boolean nullable,
            Form form,
            MethodHandle accessor,
            @Nullable Under under,
            @Nullable Owner owner) {}

    /** Finds the owner's identifier in the component of this place. */
    private record Owner(int place, @Nullable MethodHandle value) {

        UUID of(@Nullable Object component) throws Throwable {
            if (component == null) {
                throw new UnreadableFact("the owner of sealed words is absent");
            }
            Object id = value == null ? component : (Object) value.invokeExact(component);
            return (UUID) id;
        }
    }

    private final Class<?> type;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final MethodHandle constructor;

    private Shape(Class<?> type, MethodHandle constructor) {
        this.type = type;
        this.constructor = constructor;
    }

    /** Reads the declaration of a record; refuses what could not be stored exactly. */
    static Shape of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new UnfitForRecord(type, "is no record");
        }
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            Class<?>[] arguments = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                arguments[i] = components[i].getType();
            }
            MethodHandle constructor = lookup.findConstructor(type, MethodType.methodType(void.class, arguments))
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            Shape shape = new Shape(type, constructor);
            for (RecordComponent component : components) {
                shape.add(component, components, lookup);
            }
            return shape;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot look into " + type.getName(), e);
        }
    }

    private void add(RecordComponent component, RecordComponent[] all, MethodHandles.Lookup lookup)
            throws ReflectiveOperationException {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        Under under = component.getAnnotation(Under.class);
        boolean sealed = component.getType() == Sealed.class;
        if (sealed != (under != null)) {
            throw new UnfitForRecord(type, "declares " + component.getName() + " as sealed words without saying whose");
        }
        Owner owner = under == null ? null : owner(under.owner(), all, lookup);
        places.put(component.getName(), parts.size());
        parts.add(new Part(
                component.getName(),
                nullable,
                Form.of(type, component.getGenericType()),
                accessor(lookup, component),
                under,
                owner));
    }

    private Owner owner(String name, RecordComponent[] all, MethodHandles.Lookup lookup)
            throws ReflectiveOperationException {
        for (int i = 0; i < all.length; i++) {
            if (!all[i].getName().equals(name)) {
                continue;
            }
            Class<?> ownerType = all[i].getType();
            if (ownerType == UUID.class) {
                return new Owner(i, null);
            }
            if (Form.isIdentifier(ownerType)) {
                return new Owner(i, accessor(lookup, ownerType.getRecordComponents()[0]));
            }
        }
        throw new UnfitForRecord(type, "names an owner of sealed words that is no identifier: " + name);
    }

    private static MethodHandle accessor(MethodHandles.Lookup lookup, RecordComponent component)
            throws IllegalAccessException {
        return lookup.unreflect(component.getAccessor()).asType(MethodType.methodType(Object.class, Object.class));
    }

    void write(JsonGenerator json, Object value) {
        json.writeStartObject();
        for (Part part : parts) {
            json.writeName(part.name());
            Object component = get(part, value);
            if (component == null) {
                if (!part.nullable()) {
                    throw new IllegalArgumentException(type.getSimpleName() + " without its " + part.name());
                }
                json.writeNull();
            } else {
                if (component instanceof Sealed sealed) {
                    checkOwner(part, sealed, value);
                }
                part.form().write(json, component);
            }
        }
        json.writeEndObject();
    }

    /** Reads an object whose opening brace is the parser's current token. */
    Object read(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw unreadable("is no object");
        }
        @Nullable Object[] values = new @Nullable Object[parts.size()];
        boolean[] seen = new boolean[parts.size()];
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            Integer place = places.get(json.currentName());
            if (place == null || seen[place]) {
                throw unreadable("has a field too many");
            }
            seen[place] = true;
            values[place] = readPart(parts.get(place), json);
        }
        for (int i = 0; i < seen.length; i++) {
            if (!seen[i]) {
                throw unreadable("has no " + parts.get(i).name());
            }
        }
        return construct(values);
    }

    /** The value of the only component. */
    Object only(Object value) {
        Object component = get(parts.get(0), value);
        if (component == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " of nothing");
        }
        return component;
    }

    /** A record of this only component. */
    Object ofOnly(Object component) {
        return construct(new @Nullable Object[] {component});
    }

    /** Adds the sealed words of a value. */
    void sealedIn(Object value, Collection<Sealed> into) {
        for (Part part : parts) {
            if (part.under() != null && get(part, value) instanceof Sealed sealed) {
                into.add(sealed);
            }
        }
    }

    private @Nullable Object readPart(Part part, JsonParser json) {
        JsonToken token = json.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            if (!part.nullable()) {
                throw unreadable("has no value of " + part.name());
            }
            return null;
        }
        try {
            return part.form().read(json, token);
        } catch (IllegalArgumentException | ClassCastException | java.time.DateTimeException e) {
            throw unreadable("has another form of " + part.name());
        }
    }

    private Object construct(@Nullable Object[] values) {
        try {
            for (int i = 0; i < values.length; i++) {
                Part part = parts.get(i);
                Owner owner = part.owner();
                Under under = part.under();
                if (owner != null && under != null && values[i] instanceof byte[] stored) {
                    values[i] = new Sealed(stored, under.value(), owner.of(values[owner.place()]));
                }
            }
            return constructor.invokeExact(values);
        } catch (UnreadableFact e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw unreadable("is refused by its own class");
        } catch (Throwable e) {
            throw new IllegalStateException("cannot make a " + type.getName(), e);
        }
    }

    private void checkOwner(Part part, Sealed sealed, Object value) {
        Owner owner = part.owner();
        Under under = part.under();
        try {
            if (owner != null
                    && under != null
                    && !(sealed.words() == under.value()
                            && sealed.owner().equals(owner.of(get(parts.get(owner.place()), value))))) {
                throw new IllegalArgumentException(
                        type.getSimpleName() + " with words of another kind or owner as its " + part.name());
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read the owner of " + part.name(), e);
        }
    }

    private @Nullable Object get(Part part, Object value) {
        try {
            return (@Nullable Object) part.accessor().invokeExact(value);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + part.name() + " of " + type.getName(), e);
        }
    }

    private UnreadableFact unreadable(String what) {
        return new UnreadableFact(type.getSimpleName() + " " + what);
    }
}
