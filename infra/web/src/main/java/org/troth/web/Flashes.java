package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/** Keeps what a redirect says to the next page in the sitting, so that no container session is ever needed. */
final class Flashes extends AbstractFlashMapManager {

    /** In which language it was said: the next page may be in another. */
    static final String TONGUE = "flashTongue";

    private final Sittings sittings;

    private Flashes(Sittings sittings) {
        this.sittings = sittings;
    }

    /** Stands in for the session-bound manager that Spring MVC registers under its one name. */
    static BeanPostProcessor insteadOfSessions(Supplier<Sittings> sittings) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof FlashMapManager && name.equals("flashMapManager")
                        ? new Flashes(sittings.get())
                        : bean;
            }
        };
    }

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        List<FlashMap> left = sittings.left(request);
        return left == null ? null : new ArrayList<>(left);
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> messages, HttpServletRequest request, HttpServletResponse response) {
        for (FlashMap message : messages) {
            message.putIfAbsent(
                    TONGUE, Tongue.of(LocaleContextHolder.getLocale()).code());
        }
        sittings.leave(request, messages);
    }
}
