package org.troth.web;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many attempts; says when the next makes sense. */
final class SignInTooOften extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    SignInTooOften(Duration retryAfter) {
        super("too many attempts");
        this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
