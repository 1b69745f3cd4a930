package org.troth.app.web;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.KeyReused;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;
import org.troth.events.confidential.Unreadable;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.TooManyRefusals;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.RecordUnavailable;
import org.troth.query.reading.AskedWrongly;
import org.troth.web.Explanation;
import org.troth.web.Problem;
import org.troth.web.Words;

/**
 * What the house's failures mean to the one who asked. Unknown and forbidden are one answer; erased, tampered and
 * unavailable are three.
 */
final class Explaining implements Explanation {

    private static final Logger LOG = LoggerFactory.getLogger(Explaining.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Words UNKNOWN = Words.of("app.web.failure.outcome");

    private final Runnable alarm;
    private final Predicate<Throwable> stopping;

    /**
     * @param alarm rung whenever something stored is not what was recorded
     * @param stopping whether a failure comes of nothing but that the product is being stopped
     */
    Explaining(Runnable alarm, Predicate<Throwable> stopping) {
        this.alarm = alarm;
        this.stopping = stopping;
    }

    @Override
    public Optional<Problem> of(Throwable failure) {
        return Optional.ofNullable(problem(failure));
    }

    private @Nullable Problem problem(Throwable failure) {
        if (failure instanceof Refused refused) {
            return refused(refused);
        }
        if (failure instanceof Invalid invalid) {
            return Problem.invalid(invalid.faults().stream()
                    .map(fault -> new Problem.Wrong(fault.field(), fault.rule(), words(fault.words())))
                    .toList());
        }
        if (failure instanceof AskedWrongly wrong) {
            return Problem.invalid(
                    wrong.field(),
                    wrong.rule(),
                    wrong.isKey() ? Words.of(wrong.plain(), wrong.arguments()) : Words.english(wrong.plain()));
        }
        if (failure instanceof UnknownPurpose purpose) {
            return Problem.invalid(purpose.field(), "purpose-of-use", Words.of("app.web.failure.purpose"));
        }
        if (failure instanceof NotOnRecord || failure instanceof LookForbidden) {
            return Problem.notFound();
        }
        if (failure instanceof TooManyRefusals often) {
            return Problem.tooOften(often.retryAfter());
        }
        if (failure instanceof KeyReused) {
            return Problem.of(422).under("idempotency-key");
        }
        if (failure instanceof Overtaken) {
            return Problem.refused("overtaken", Words.of("app.web.failure.overtaken"));
        }
        if (failure instanceof ClaimTaken) {
            return Problem.refused("taken", Words.of("app.web.failure.taken"));
        }
        if (failure instanceof Unreadable unreadable) {
            return unreadable(unreadable);
        }
        if (failure instanceof RecordUnavailable unavailable && unavailable.mayBeRecorded()) {
            return Problem.unavailable(SOON).under("outcome-unknown").saying(UNKNOWN);
        }
        return isUnavailable(failure) || stopping.test(failure) ? Problem.unavailable(SOON) : null;
    }

    private static Words words(Phrase said) {
        String key = said.key();
        return key == null
                ? Words.english(said.english())
                : Words.of(key, said.arguments().toArray());
    }

    private static Problem refused(Refused refused) {
        Problem problem = Problem.refused(refused.rule(), words(refused.words()));
        String field = refused.field();
        return field == null
                ? problem
                : new Problem(
                        problem.status(),
                        problem.rule(),
                        problem.title(),
                        problem.detail(),
                        List.of(new Problem.Wrong(field, refused.rule(), words(refused.words()))),
                        null);
    }

    private Problem unreadable(Unreadable unreadable) {
        return switch (unreadable.why()) {
            case ERASED -> Problem.of(410).under("erased");
            case UNAVAILABLE -> Problem.unavailable(SOON);
            case TAMPERED -> {
                LOG.error("ALARM: something stored is not what was recorded");
                alarm.run();
                yield Problem.of(500).under("tampered");
            }
        };
    }

    /** The store or the database cannot be reached, is full, or is ending: nothing was shown and nothing done. */
    private static boolean isUnavailable(Throwable failure) {
        if (failure instanceof RecordUnavailable
                || failure instanceof CannotGetJdbcConnectionException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof TransientDataAccessException) {
            return true;
        }
        String state = failure instanceof SQLException sql ? sql.getSQLState() : null;
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.equals("55P03"));
    }
}
