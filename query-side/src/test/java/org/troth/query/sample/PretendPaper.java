package org.troth.query.sample;

import java.nio.charset.StandardCharsets;
import org.troth.query.reading.Paper;

/** Prints as plain text: a title, its lines below it. */
final class PretendPaper implements Paper {

    @Override
    public byte[] print(Sheet sheet) {
        StringBuilder printed = new StringBuilder(sheet.title()).append('\n').append(sheet.lead());
        for (Section section : sheet.sections()) {
            printed.append("\n\n").append(section.title());
            section.rows()
                    .forEach(row -> row.forEach(line -> printed.append('\n')
                            .append(line.label())
                            .append(": ")
                            .append(line.value())));
        }
        return printed.toString().getBytes(StandardCharsets.UTF_8);
    }
}
