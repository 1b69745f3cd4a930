package org.troth.query.disclosure;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.troth.query.reading.Told;

/** A person's accounting as CSV (RFC 4180). No cell can begin a formula in a spreadsheet. */
final class AccountingCsv {

    private static final String DANGEROUS = "=+-@\t\r\n";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private AccountingCsv() {}

    /** The same for the page and the API: a file to take along. */
    static ResponseEntity<String> answer(LookPage whole) {
        StringWriter out = new StringWriter();
        write(whole, out);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("accounting.csv")
                                .build()
                                .toString())
                .body(out.toString());
    }

    static void write(LookPage whole, Writer out) {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(
                    "first",
                    "last",
                    "times",
                    "actor",
                    "actor name",
                    "roles",
                    "purpose",
                    "purpose in words",
                    "grounds",
                    "what",
                    "where",
                    "position");
            for (LookView look : whole.looks()) {
                csv.writeRecord(
                        look.firstAt().toString(),
                        look.lastAt().toString(),
                        Long.toString(look.times()),
                        look.actor().toString(),
                        cell(text(look.actorName())),
                        cell(joined(look.roles())),
                        look.purpose(),
                        cell(look.purposeInWords()),
                        cell(joined(look.grounds())),
                        cell(joined(look.classes())),
                        cell(String.join(" ", look.routes())),
                        Long.toString(look.lastPosition()));
            }
            for (SentView sent : whole.sent()) {
                csv.writeRecord(
                        sent.sentAt().toString(),
                        sent.sentAt().toString(),
                        "1",
                        sent.agency().toString(),
                        cell(sent.agencyName() == null ? "" : sent.agencyName()),
                        "agency",
                        "SHARING",
                        "passed on with the person's consent, lawful when made; that consent now: "
                                + joined(List.of(sent.consentNow())),
                        "consent",
                        cell(joined(sent.classes())),
                        "/referrals/{id}/release",
                        "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An apostrophe before whatever a spreadsheet would run. */
    static String cell(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String joined(List<String> codes) {
        return String.join(", ", codes).toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable Told told) {
        if (told == null) {
            return "";
        }
        if (told.withheld()) {
            return "not shown for this purpose";
        }
        return told.text() == null ? "erased" : told.text();
    }
}
