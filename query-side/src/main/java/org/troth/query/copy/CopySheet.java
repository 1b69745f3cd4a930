package org.troth.query.copy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.troth.query.reading.Paper.Line;
import org.troth.query.reading.Paper.Section;
import org.troth.query.reading.Paper.Sheet;
import org.troth.query.reading.Plain;
import org.troth.query.reading.Told;

/** Says a copy in plain words, as it is printed; what is not there is left out. */
@Component
class CopySheet {

    private final Plain plain;
    private final MessageSource messages;

    CopySheet(Plain plain, MessageSource messages) {
        this.plain = plain;
        this.messages = messages;
    }

    Sheet of(OwnCopy copy) {
        List<Section> sections = new ArrayList<>();
        for (Part part : Part.OF_PARTICIPANT) {
            List<List<Line>> rows = copy.parts().getOrDefault(part.key(), List.of()).stream()
                    .map(row -> lines(part, row))
                    .filter(row -> !row.isEmpty())
                    .toList();
            if (!rows.isEmpty()) {
                sections.add(new Section(say(part.title()), rows));
            }
        }
        return new Sheet(
                LocaleContextHolder.getLocale().getLanguage(),
                say("query.copy.paper.title"),
                say("query.copy.paper.lead", plain.moment(copy.madeAt())),
                say("query.copy.paper.unprintable"),
                sections);
    }

    private List<Line> lines(Part part, Map<String, @Nullable Object> row) {
        List<Line> lines = new ArrayList<>();
        for (Field field : part.fields()) {
            String said = said(field, row.get(field.key()));
            if (!said.isEmpty()) {
                lines.add(new Line(say(part.label(field)), said));
            }
        }
        return lines;
    }

    private String said(Field field, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (field.kind()) {
            case CODE -> plain.word((String) value);
            case CODES ->
                plain.words(((List<?>) value).stream().map(String.class::cast).toList());
            case PURPOSE -> plain.purpose((String) value);
            case LANGUAGE -> plain.language((String) value);
            case LANGUAGES ->
                plain.languages(
                        ((List<?>) value).stream().map(String.class::cast).toList());
            case NAME -> (String) value;
            case DAY -> plain.day((LocalDate) value);
            case MOMENT -> plain.moment((Instant) value);
            case COUNT -> String.valueOf(value);
            case FLAG -> say(Boolean.TRUE.equals(value) ? "query.copy.paper.yes" : "query.copy.paper.no");
            case WORDS -> field.holdsCodes() ? plain.opened((Told) value) : said((Told) value);
        };
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private String said(Told told) {
        if (told.erased()) {
            return say("query.copy.paper.forgotten");
        }
        return told.text() == null ? "" : told.text();
    }
}
