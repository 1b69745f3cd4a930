package org.troth.command.directory;

import static org.troth.command.dispatch.Permits.named;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.troth.command.directory.Unpacking.Sent;
import org.troth.command.dispatch.Asked;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** Imports of the directory: HSDS 3.0 as JSON, as a zip of JSON or CSV files, or as several files of a form. */
@RestController
@RequestMapping("/api/v1/directory/imports")
class DirectoryApi {

    private static final String KEY = "Idempotency-Key";

    private final DirectoryDesk desk;

    DirectoryApi(DirectoryDesk desk) {
        this.desk = desk;
    }

    @PostMapping(
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/zip", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DirectoryReport> take(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            InputStream body)
            throws IOException {
        Asked asked = Asked.by(actor, request, key);
        desk.mayImport(asked);
        // One byte more than may be sent, so that too much is seen as too much.
        return created(desk.take(asked, List.of(new Sent("file.json", body.readNBytes(Unpacking.MOST_SENT + 1)))));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DirectoryReport> take(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestParam("file") List<MultipartFile> files)
            throws IOException {
        return created(desk.take(Asked.by(actor, request, key), sent(files)));
    }

    /** What an earlier import came to. */
    @GetMapping("/{id}")
    DirectoryReport report(Actor actor, RequestId request, @PathVariable String id) {
        return desk.report(Asked.by(actor, request, null), named(id, Function.identity()));
    }

    private static ResponseEntity<DirectoryReport> created(DirectoryReport report) {
        return ResponseEntity.created(URI.create("/api/v1/directory/imports/" + report.id()))
                .body(report);
    }

    static List<Sent> sent(List<MultipartFile> files) throws IOException {
        List<Sent> sent = new ArrayList<>();
        for (MultipartFile file : files) {
            String name = file.getOriginalFilename();
            sent.add(new Sent(name == null || name.isBlank() ? "file.json" : name, file.getBytes()));
        }
        return sent;
    }
}
