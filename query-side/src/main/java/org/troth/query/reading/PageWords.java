package org.troth.query.reading;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.troth.query.QuerySide;
import org.troth.query.freshness.WaitForViews;

/** Gives every page of this side its plain words, and whether the rows are still catching up. */
@Component
@ControllerAdvice(basePackageClasses = QuerySide.class)
final class PageWords {

    private final Plain plain;

    PageWords(Plain plain) {
        this.plain = plain;
    }

    @ModelAttribute("plain")
    Plain plain() {
        return plain;
    }

    @ModelAttribute("catchingUp")
    boolean catchingUp(HttpServletRequest request) {
        return WaitForViews.isBehind(request);
    }
}
