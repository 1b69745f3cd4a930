package org.troth.events.confidential;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares what a sealed component of a fact says and whose key it is under; stored bytes never decide that. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Under {

    Words value();

    /** The component of the same fact (an identifier or a UUID) that names the owner of the key. */
    String owner();
}
