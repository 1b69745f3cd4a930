package org.troth.store.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.troth.events.Fact;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Under;
import org.troth.events.consent.Recipient;

/** One fact of every kind, filled from its declaration: the same today as when its fossil was written. */
final class SampleFacts {

    private SampleFacts() {}

    static Fact of(Class<? extends Fact> type) {
        return (Fact) record(type);
    }

    private static Object record(Class<?> type) {
        if (type == Recipient.class) {
            return new Recipient(Recipient.Kind.AGENCY, uuid("id"));
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Under under = components[i].getAnnotation(Under.class);
            values[i] = under == null
                    ? value(components[i].getName(), components[i].getGenericType())
                    : sealed(components[i].getName(), under, components);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type + " refuses its sample", e.getCause());
        }
    }

    private static Object value(String name, Type type) {
        if (type instanceof ParameterizedType many) {
            Type element = many.getActualTypeArguments()[0];
            if (element instanceof Class<?> constants && constants.isEnum()) {
                Object[] all = constants.getEnumConstants();
                List<Object> some = List.of(all[all.length - 1], all[0]);
                return many.getRawType() == Set.class ? Set.copyOf(some) : some;
            }
            return List.of(value(name + " 2", element), value(name + " 1", element));
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return name + " \"with\" a zażółć \u2028 \\ in it";
        }
        if (plain == UUID.class) {
            return uuid(name);
        }
        if (plain == Instant.class) {
            return Instant.parse("2026-03-01T10:00:00.123456Z");
        }
        if (plain == LocalDate.class) {
            return LocalDate.of(2026, 3, 29);
        }
        if (plain == boolean.class) {
            return true;
        }
        if (plain == int.class) {
            return 7;
        }
        if (plain == long.class || plain == Long.class) {
            return 4_294_967_297L;
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return record(plain);
    }

    private static Sealed sealed(String name, Under under, RecordComponent[] components) {
        RecordComponent owner = Arrays.stream(components)
                .filter(each -> each.getName().equals(under.owner()))
                .findFirst()
                .orElseThrow();
        String seed = owner.getType() == UUID.class
                ? owner.getName()
                : owner.getType().getRecordComponents()[0].getName();
        byte[] stored = new byte[136];
        for (int i = 0; i < stored.length; i++) {
            stored[i] = (byte) (name.hashCode() * 31 + i * 7);
        }
        return new Sealed(stored, under.value(), uuid(seed));
    }

    static UUID uuid(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }
}
