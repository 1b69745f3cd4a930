package org.troth.query.disclosure;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.troth.query.reading.Plain;
import org.troth.query.reading.Told;

/**
 * A person's accounting as CSV (RFC 4180). No cell can begin a formula in a spreadsheet. Its codes are for programs; its sentences are
 * in the language of the reader.
 */
@Component
class AccountingCsv {

    private static final String DANGEROUS = "=+-@\t\r\n";
    private static final Pattern AFTER_ANOTHER_SEPARATOR = Pattern.compile("([;,|\t\r\n][\\s\"]*)([=+@-])");

    private final MessageSource messages;
    private final Plain plain;

    AccountingCsv(MessageSource messages, Plain plain) {
        this.messages = messages;
        this.plain = plain;
    }

    /** The next part, where there is one, is told in the last line: a file that stops without a word would look whole. */
    void write(LookPage part, @Nullable String next, Writer out) {
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
                    "position",
                    "own");
            for (LookView look : part.looks()) {
                csv.writeRecord(
                        look.firstAt().toString(),
                        look.lastAt().toString(),
                        Long.toString(look.times()),
                        look.actor().toString(),
                        cell(text(look.actorName())),
                        cell(joined(look.roles())),
                        look.purpose(),
                        cell(plain.purpose(look.purpose())),
                        cell(joined(look.grounds())),
                        cell(joined(look.classes())),
                        cell(String.join(" ", look.routes())),
                        Long.toString(look.lastPosition()),
                        look.own() ? "yes" : "");
            }
            for (SentView sent : part.sent()) {
                csv.writeRecord(
                        sent.sentAt().toString(),
                        sent.sentAt().toString(),
                        "1",
                        sent.agency().toString(),
                        cell(sent.agencyName() == null ? "" : sent.agencyName()),
                        "agency",
                        "SHARING",
                        sentence(
                                sent.lawfulWhenMade()
                                        ? "query.disclosure.file.sent-lawful"
                                        : "query.disclosure.file.sent-unlawful",
                                sent.consentNow()),
                        "consent",
                        cell(joined(sent.classes())),
                        "/referrals/{id}/release",
                        "",
                        "");
            }
            for (OpenedView opened : part.opened()) {
                csv.writeRecord(
                        opened.openedAt().toString(),
                        opened.openedAt().toString(),
                        "1",
                        opened.agency().toString(),
                        cell(opened.agencyName() == null ? "" : opened.agencyName()),
                        "agency",
                        "SHARING",
                        sentence(
                                opened.lawfulWhenMade()
                                        ? "query.disclosure.file.opened-lawful"
                                        : "query.disclosure.file.opened-unlawful",
                                opened.consentNow()),
                        "consent",
                        cell(joined(opened.classes())),
                        "/deliveries",
                        Long.toString(opened.position()),
                        "");
            }
            if (next != null) {
                csv.writeRecord(say("query.disclosure.file.more"), next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An apostrophe before whatever a spreadsheet would run, also one that parts cells by something else than a comma. */
    static String cell(String text) {
        String inside = AFTER_ANOTHER_SEPARATOR.matcher(text).replaceAll("$1'$2");
        return !inside.isEmpty() && DANGEROUS.indexOf(inside.charAt(0)) >= 0 ? "'" + inside : inside;
    }

    private static String joined(List<String> codes) {
        return String.join(", ", codes).toLowerCase(Locale.ROOT);
    }

    private String sentence(String key, String consent) {
        return cell(say(key, plain.lower(consent)));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private String text(@Nullable Told told) {
        if (told == null) {
            return "";
        }
        if (told.withheld()) {
            return say("query.disclosure.file.withheld");
        }
        return told.text() == null ? say("query.disclosure.file.erased") : told.text();
    }
}
