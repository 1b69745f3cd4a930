package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.CharConversionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.firewall.RequestRejectedException;

/** Finds for any failure the problem to answer with; what nobody knows is our own fault, noted for operators without a word of its message. */
final class Diagnosis {

    private static final Logger LOG = LoggerFactory.getLogger(Diagnosis.class);
    private static final int DEEPEST = 20;

    private final ObjectProvider<Explanation> explanations;

    Diagnosis(ObjectProvider<Explanation> explanations) {
        this.explanations = explanations;
    }

    Problem of(HttpServletRequest request, Throwable failure) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            Optional<Problem> explained = explained(cause);
            if (explained.isPresent()) {
                return explained.get();
            }
        }
        for (Throwable cause : causes) {
            Optional<Problem> known = own(cause);
            if (known.isPresent()) {
                return known.get();
            }
        }
        Optional<Problem> framework = FrameworkFailures.problemOf(failure);
        if (framework.isPresent() && framework.get().status() != 500) {
            return framework.get();
        }
        note(request, failure);
        return Problem.of(500);
    }

    private Optional<Problem> explained(Throwable cause) {
        return explanations
                .orderedStream()
                .map(explanation -> explanation.of(cause))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Problem> own(Throwable cause) {
        if (cause instanceof Unavailable unavailable) {
            return Optional.of(Problem.unavailable(unavailable.retryAfter()));
        }
        if (cause instanceof BodyTooLarge) {
            return Optional.of(Problem.of(413));
        }
        if (cause instanceof RequestRejectedException || cause instanceof CharConversionException) {
            return Optional.of(Problem.of(400));
        }
        if (cause instanceof InvalidParameterException invalid) {
            return Optional.of(Problem.of(invalid.getErrorCode() == 413 ? 413 : 400));
        }
        return Optional.empty();
    }

    /** Types and places only: messages may hold what someone typed. */
    void note(HttpServletRequest request, Throwable failure) {
        StringBuilder trace = new StringBuilder();
        for (Throwable cause : causes(failure)) {
            trace.append("\n  ").append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, 12); i++) {
                trace.append("\n    at ").append(frames[i]);
            }
        }
        LOG.error("Request {} failed:{}", FrontDoor.reference(request), trace);
    }

    private static List<Throwable> causes(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> causes = new ArrayList<>();
        Throwable next = failure;
        while (next != null && seen.add(next) && causes.size() < DEEPEST) {
            causes.add(next);
            next = next.getCause();
        }
        return causes;
    }
}
