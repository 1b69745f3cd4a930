package org.troth.query.disclosure;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.web.servlet.HandlerMapping;

/** What else is in the log beside looks at people: each part has an address of its own. */
enum LogPart {
    REFUSED("/disclosures/refused", "REFUSED"),
    SEARCHES("/disclosures/searches", "SEARCHED"),
    READINGS("/disclosures/readings", "LOG_READ");

    private final String route;
    private final String kind;

    LogPart(String route, String kind) {
        this.route = route;
        this.kind = kind;
    }

    /** The part that was asked for, by the pattern of the address. */
    static LogPart asked(HttpServletRequest request) {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return Stream.of(values())
                .filter(each -> pattern.endsWith(each.route))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an address without a part of the log"));
    }

    String route() {
        return route;
    }

    /** As the rows call it. */
    String kind() {
        return kind;
    }

    /** The last word of its address. */
    String word() {
        return route.substring(route.lastIndexOf('/') + 1);
    }
}
