package org.troth.query.freshness;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a page asked for with {@code ?at=<position>} wait, at most two seconds, until the views have come so far; one that
 * shows things {@linkplain AsOfNow as of now}, until they have come to the present end of the record. If they have not, the page says so kindly, and an answer carries {@code Views-Behind: true}. Only a few may wait at a time.
 */
@Component
public final class WaitForViews implements WebMvcConfigurer, HandlerInterceptor {

    private static final String BEHIND = WaitForViews.class.getName() + ".behind";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ViewsFreshness freshness;
    private final Semaphore waiting = new Semaphore(32);

    WaitForViews(ViewsFreshness freshness) {
        this.freshness = freshness;
    }

    /** Whether this request was answered before the views had come as far as it asked. */
    public static boolean isBehind(HttpServletRequest request) {
        return request.getAttribute(BEHIND) != null;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("GET")) {
            Long at = isAsOfNow(handler) ? Long.valueOf(freshness.present()) : position(request.getParameter("at"));
            if (at != null && !reached(at)) {
                request.setAttribute(BEHIND, true);
                response.setHeader("Views-Behind", "true");
            }
        }
        return true;
    }

    private static boolean isAsOfNow(Object handler) {
        return handler instanceof HandlerMethod method
                && (method.hasMethodAnnotation(AsOfNow.class)
                        || method.getBeanType().isAnnotationPresent(AsOfNow.class));
    }

    private boolean reached(long at) {
        if (!waiting.tryAcquire()) {
            return freshness.await(at, Duration.ZERO);
        }
        try {
            return freshness.await(at, PATIENCE);
        } finally {
            waiting.release();
        }
    }

    private static @Nullable Long position(@Nullable String at) {
        if (at == null || at.isEmpty() || at.length() > 18 || !at.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        return Long.parseLong(at);
    }
}
