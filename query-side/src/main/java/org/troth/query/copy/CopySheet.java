package org.troth.query.copy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    CopySheet(Plain plain) {
        this.plain = plain;
    }

    Sheet of(OwnCopy copy) {
        List<Section> sections = new ArrayList<>();
        for (Part part : Part.OF_PARTICIPANT) {
            List<List<Line>> rows = copy.parts().getOrDefault(part.key(), List.of()).stream()
                    .map(row -> lines(part, row))
                    .filter(row -> !row.isEmpty())
                    .toList();
            if (!rows.isEmpty()) {
                sections.add(new Section(part.title(), rows));
            }
        }
        return new Sheet(
                "en",
                "A copy of my record",
                "What is kept about me, made on " + plain.moment(copy.madeAt()) + ".",
                "Some letters in it could not be printed. The file for other programs has them all.",
                sections);
    }

    private List<Line> lines(Part part, Map<String, @Nullable Object> row) {
        List<Line> lines = new ArrayList<>();
        for (Field field : part.fields()) {
            String said = said(field, row.get(field.key()));
            if (!said.isEmpty()) {
                lines.add(new Line(field.label(), said));
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
            case LANGUAGE -> plain.language((String) value);
            case NAME -> (String) value;
            case DAY -> plain.day((LocalDate) value);
            case MOMENT -> plain.moment((Instant) value);
            case COUNT -> String.valueOf(value);
            case FLAG -> Boolean.TRUE.equals(value) ? "Yes" : "No";
            case WORDS -> said((Told) value);
        };
    }

    private static String said(Told told) {
        if (told.erased()) {
            return "(forgotten)";
        }
        return told.text() == null ? "" : told.text();
    }
}
