package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers for whatever a handler threw, after any {@code @ExceptionHandler}; security's own exceptions go on to security. */
final class ProblemResolver implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

    private final Diagnosis diagnosis;
    private final Answers answers;

    ProblemResolver(Diagnosis diagnosis, Answers answers) {
        this.diagnosis = diagnosis;
        this.answers = answers;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            return null;
        }
        Problem problem = diagnosis.of(request, failure);
        if (failure instanceof ErrorResponse known) {
            for (String header : new String[] {HttpHeaders.ALLOW, HttpHeaders.ACCEPT}) {
                String value = known.getHeaders().getFirst(header);
                if (value != null) {
                    response.setHeader(
                            header, String.join(", ", known.getHeaders().getValuesAsList(header)));
                }
            }
        }
        try {
            answers.answer(request, response, problem);
        } catch (IOException gone) {
            LOG.debug(
                    "The caller had left before a problem could be told: {}",
                    gone.getClass().getName());
        }
        return new ModelAndView();
    }
}
