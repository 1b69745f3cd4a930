package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Before a page is made, decides in which language its own words are: the reader's, where the feature that makes it is whole in that
 * language, else English. Programs are answered in English.
 */
final class PageTongue implements HandlerInterceptor {

    /** The part of a package's name that all of ours begin with. */
    private static final String HOUSE = PageTongue.class.getPackageName().replaceFirst("[^.]*$", "");

    private final Tongues tongues;
    private final Catalogue catalogue;

    PageTongue(Tongues tongues, Catalogue catalogue) {
        this.tongues = tongues;
        this.catalogue = catalogue;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Tongue reader = tongues.of(request);
        boolean spoken = !Addresses.isApi(request)
                && handler instanceof HandlerMethod method
                && catalogue.isWhole(place(ClassUtils.getUserClass(method.getBeanType())), reader);
        Tongue page = spoken ? reader : Tongue.ENGLISH;
        tongues.speak(request, page);
        LocaleContextHolder.setLocale(page.locale());
        return true;
    }

    /** A feature, as {@code org.troth.query.consent} is {@code query.consent}. */
    private static String place(Class<?> type) {
        String name = type.getPackageName();
        return name.startsWith(HOUSE) ? name.substring(HOUSE.length()) : name;
    }
}
