package org.troth.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;

/** What Spring's own failures mean; its messages repeat parts of the request, so none of them is passed on. */
final class FrameworkFailures {

    private static final Words FORM = Words.of("web.error.form");

    private FrameworkFailures() {}

    static Optional<Problem> problemOf(Throwable failure) {
        return Optional.ofNullable(find(failure));
    }

    private static @Nullable Problem find(Throwable failure) {
        if (failure instanceof MethodArgumentNotValidException invalid) {
            return invalid(invalid.getBindingResult());
        }
        if (failure instanceof BindException invalid) {
            return invalid(invalid.getBindingResult());
        }
        if (failure instanceof HandlerMethodValidationException invalid) {
            return Problem.of(invalid.getStatusCode().value());
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return inPath(mismatch.getParameter())
                    ? Problem.notFound()
                    : Problem.invalid(mismatch.getName(), "format", FORM);
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return Problem.invalid(missing.getParameterName(), "required", Words.of("web.error.needed"));
        }
        if (failure instanceof MissingRequestHeaderException missing) {
            return Problem.invalid(missing.getHeaderName(), "required", Words.of("web.error.needed-header"));
        }
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(unreadable);
        }
        if (failure instanceof HttpMessageNotWritableException) {
            return null;
        }
        if (failure instanceof MaxUploadSizeExceededException) {
            return Problem.of(413);
        }
        if (failure instanceof MultipartException) {
            return Problem.of(400);
        }
        if (failure instanceof AsyncRequestTimeoutException) {
            return Problem.unavailable(Duration.ofSeconds(5));
        }
        if (failure instanceof ErrorResponse response) {
            return response(response);
        }
        return failure instanceof TypeMismatchException ? Problem.of(400) : null;
    }

    private static boolean inPath(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(PathVariable.class);
    }

    private static Problem invalid(BindingResult result) {
        List<Problem.Wrong> errors = new ArrayList<>();
        for (FieldError error : result.getFieldErrors()) {
            String rule = error.getCode();
            String words = error.getDefaultMessage();
            errors.add(
                    error.isBindingFailure() || rule == null || words == null
                            ? new Problem.Wrong(error.getField(), "format", FORM)
                            : new Problem.Wrong(error.getField(), rule, words));
        }
        return Problem.invalid(errors);
    }

    /** Names the field only where it is one of ours: a key of the sender's own is not repeated. */
    private static Problem unreadable(HttpMessageNotReadableException unreadable) {
        Throwable cause = unreadable.getCause();
        if (cause instanceof JacksonException json) {
            StringBuilder field = new StringBuilder();
            boolean unknown = cause instanceof tools.jackson.databind.exc.UnrecognizedPropertyException;
            List<JacksonException.Reference> path = json.getPath();
            for (int i = 0; i < path.size() - (unknown ? 1 : 0); i++) {
                JacksonException.Reference step = path.get(i);
                if (step.getPropertyName() == null) {
                    field.append('[').append(step.getIndex()).append(']');
                } else if (step.from() instanceof Map || step.from() == Map.class) {
                    break;
                } else {
                    field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
                }
            }
            if (unknown) {
                return Problem.invalid(
                        field.isEmpty() ? "body" : field.toString(),
                        "unknown-field",
                        Words.of("web.error.unknown-field"));
            }
            if (!field.isEmpty()) {
                return Problem.invalid(field.toString(), "format", FORM);
            }
        }
        return Problem.of(400);
    }

    /** Spring's own words may repeat the request; those of an exception that a feature made by hand were chosen for the reader. */
    private static Problem response(ErrorResponse response) {
        Problem problem = Problem.of(Math.max(400, response.getStatusCode().value()));
        boolean ours = response instanceof ErrorResponseException
                && (response.getClass() == ErrorResponseException.class
                        || response.getClass() == ResponseStatusException.class
                        || !response.getClass().getName().startsWith("org.springframework."));
        String words = response.getBody().getDetail();
        return ours && words != null ? problem.saying(Words.english(words)) : problem;
    }
}
