package org.troth.query.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.troth.events.programme.ProgrammeEvent.Label;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.query.reading.Columns;
import org.troth.query.reading.Labels;

/** What is asked about the programme's codes. Labels are read once for each page that needs one. */
@Repository
class ProgrammeViews implements Labels {

    private static final String READ = ProgrammeViews.class.getName();

    private final JdbcClient jdbc;

    ProgrammeViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When something was said of each code of the list; of those that stand as the pack has them nothing was. */
    Map<String, Instant> changed(ProgrammeList list) {
        Map<String, Instant> changed = new HashMap<>();
        jdbc.sql("select code, changed_at from programme_code where list = ?")
                .param(list.name())
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return Map.entry(columns.code("code"), columns.at("changed_at"));
                })
                .list()
                .forEach(each -> changed.put(each.getKey(), each.getValue()));
        return changed;
    }

    @Override
    public @Nullable String of(String code, String language) {
        return Label.in(language, labels().getOrDefault(code, List.of()))
                .map(label -> label.forReaderOf(language))
                .orElse(null);
    }

    @SuppressWarnings("unchecked")
    private Map<String, List<Label>> labels() {
        RequestAttributes page = RequestContextHolder.getRequestAttributes();
        if (page == null) {
            return read();
        }
        Map<String, List<Label>> known =
                (Map<String, List<Label>>) page.getAttribute(READ, RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            known = read();
            page.setAttribute(READ, known, RequestAttributes.SCOPE_REQUEST);
        }
        return known;
    }

    private record Row(String code, Label label) {}

    private Map<String, List<Label>> read() {
        Map<String, List<Label>> labels = new HashMap<>();
        jdbc.sql("select code, language, words from programme_label")
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Row(columns.code("code"), new Label(columns.code("language"), columns.code("words")));
                })
                .list()
                .forEach(each -> labels.computeIfAbsent(each.code(), none -> new ArrayList<>())
                        .add(each.label()));
        return labels;
    }
}
