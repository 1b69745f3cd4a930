package org.troth.query.overview;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.query.freshness.Announced;
import org.troth.query.freshness.ViewsTokens;
import org.troth.query.reading.Plain;

/**
 * What the worklist says while it is open. It counts lines and opens no name, and asks anew only when the views have come further,
 * when a day has begun, when a page saw something else (it may have looked a moment earlier), or once a minute where views were changed over.
 */
@Component
class WorklistAnnouncement implements Announced {

    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    private final WorklistReader reader;
    private final WorklistNews news;
    private final ViewsTokens tokens;
    private final Plain plain;
    private long reached = Long.MIN_VALUE;
    private @Nullable LocalDate day;
    private long looked;
    private String said = "";

    WorklistAnnouncement(WorklistReader reader, WorklistNews news, ViewsTokens tokens, Plain plain) {
        this.reader = reader;
        this.news = news;
        this.tokens = tokens;
        this.plain = plain;
    }

    @Override
    public String path() {
        return "/worklist/changes";
    }

    @Override
    public synchronized String line() {
        long now = tokens.reached();
        LocalDate today = plain.today();
        if (now != reached
                || !today.equals(day)
                || System.nanoTime() - looked > LONGEST
                || !news.line().equals(said)) {
            reader.notice();
            reached = now;
            day = today;
            looked = System.nanoTime();
            said = news.line();
        }
        return said;
    }
}
