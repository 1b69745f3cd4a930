package org.troth.query.disclosure;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A person's accounting as a file to take along. One that has a next part says so, and links to it (RFC 8288). */
@Component
class AccountingFile {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final AccountingCsv accounting;

    AccountingFile(AccountingCsv accounting) {
        this.accounting = accounting;
    }

    ResponseEntity<String> csv(LookPage part, String address) {
        String next = next(part, address);
        StringWriter out = new StringWriter();
        accounting.write(part, next, out);
        return file("accounting.csv", CSV, next).body(out.toString());
    }

    ResponseEntity<LookPage> json(LookPage part, String address) {
        return file("accounting.json", MediaType.APPLICATION_JSON, next(part, address))
                .body(part);
    }

    private static @Nullable String next(LookPage part, String address) {
        return part.before() == null ? null : address + "?before=" + part.before();
    }

    private static ResponseEntity.BodyBuilder file(String name, MediaType type, @Nullable String next) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
        return next == null ? answer : answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }
}
