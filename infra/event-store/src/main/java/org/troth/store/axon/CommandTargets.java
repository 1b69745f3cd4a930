package org.troth.store.axon;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * Finds the aggregate that a command is for: the one component of the command's record that is annotated as its target.
 * Looks at each class once, where Axon's own would search every method of it for every command.
 */
final class CommandTargets implements CommandTargetResolver {

    private final ClassValue<MethodHandle> targets = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> command) {
            return target(command);
        }
    };

    /** Throws {@link IllegalArgumentException} for what is no record with exactly one target, or names none. */
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        Class<?> type = command.getPayloadType();
        Object target;
        try {
            target = (Object) targets.get(type).invokeExact((Object) command.getPayload());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read the target of a " + type.getName(), e);
        }
        if (target == null) {
            throw new IllegalArgumentException("a " + type.getName() + " for no aggregate");
        }
        return new VersionedAggregateIdentifier(target, null);
    }

    private static MethodHandle target(Class<?> command) {
        RecordComponent found = null;
        RecordComponent[] components = command.getRecordComponents();
        for (RecordComponent component : components == null ? new RecordComponent[0] : components) {
            if (component.getAccessor().isAnnotationPresent(TargetAggregateIdentifier.class)) {
                if (found != null) {
                    throw new IllegalArgumentException(command.getName() + " has two targets");
                }
                found = component;
            }
        }
        if (found == null) {
            throw new IllegalArgumentException(command.getName() + " is no record with a target");
        }
        try {
            return MethodHandles.privateLookupIn(command, MethodHandles.lookup())
                    .unreflect(found.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(command.getName() + " cannot be looked into", e);
        }
    }
}
