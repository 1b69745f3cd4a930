package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * Gives every posted form drawn with {@code th:action} its two hidden fields: Spring Security's CSRF token, and a fresh
 * {@code idempotencyKey}, so that sending one form twice does one thing once.
 */
final class FormKeys implements RequestDataValueProcessor {

    static final String FIELD = "idempotencyKey";

    private final RequestDataValueProcessor security;

    private FormKeys(RequestDataValueProcessor security) {
        this.security = security;
    }

    /** Stands around the processor that Spring Security registers under the one name that Spring MVC asks for. */
    static BeanPostProcessor aroundSecurity() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor security && name.equals("requestDataValueProcessor")
                        ? new FormKeys(security)
                        : bean;
            }
        };
    }

    @Override
    public String processAction(HttpServletRequest request, String action, String method) {
        return security.processAction(request, action, method);
    }

    @Override
    public String processFormFieldValue(HttpServletRequest request, @Nullable String name, String value, String type) {
        return security.processFormFieldValue(request, name, value, type);
    }

    @Override
    public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
        Map<String, String> fields = security.getExtraHiddenFields(request);
        if (fields == null || fields.isEmpty()) {
            return fields;
        }
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(FIELD, UUID.randomUUID().toString());
        return all;
    }

    @Override
    public String processUrl(HttpServletRequest request, String url) {
        return security.processUrl(request, url);
    }
}
