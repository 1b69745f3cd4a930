package org.troth.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The lasting name and revision under which a fact is stored; a class may be renamed, these may not. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Recorded {

    /** The stored name, in lower case with hyphens, unique over all facts for ever. */
    String as();

    /** Counts from 1; a change of shape is a new revision with an upcaster. */
    int revision();
}
