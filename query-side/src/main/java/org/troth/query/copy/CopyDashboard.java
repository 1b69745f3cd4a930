package org.troth.query.copy;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.AsOfNow;
import org.troth.query.reading.Paper;
import org.troth.query.reading.Reading;

/** The copy as files to take along. Their names say nothing of what they are. */
@Controller
class CopyDashboard {

    private static final String PDF = "/mine/copy.pdf";
    private static final String JSON = "/mine/copy.json";

    private final CopyReader reader;
    private final CopySheet sheets;
    private final Paper paper;
    private final Reading reading;

    CopyDashboard(CopyReader reader, CopySheet sheets, Paper paper, Reading reading) {
        this.reader = reader;
        this.sheets = sheets;
        this.paper = paper;
        this.reading = reading;
    }

    /** What a file on a phone means, before there is one. */
    @GetMapping("/mine/copy")
    ModelAndView page(Actor actor, PurposeOfUse purpose, RequestId request) {
        reading.admit(actor, purpose, request, "/mine/copy", Role.PARTICIPANT);
        return new ModelAndView("copy/page");
    }

    @AsOfNow
    @GetMapping({PDF, "/api/v1" + PDF})
    ResponseEntity<byte[]> pdf(Actor actor, PurposeOfUse purpose, RequestId request, HttpServletRequest asked) {
        OwnCopy copy = reader.own(reading.admit(actor, purpose, request, PDF, Role.PARTICIPANT), asked);
        return file("copy.pdf", MediaType.APPLICATION_PDF).body(paper.print(sheets.of(copy)));
    }

    @AsOfNow
    @GetMapping(JSON)
    ResponseEntity<OwnCopy> json(Actor actor, PurposeOfUse purpose, RequestId request, HttpServletRequest asked) {
        OwnCopy copy = reader.own(reading.admit(actor, purpose, request, JSON, Role.PARTICIPANT), asked);
        return file("copy.json", MediaType.APPLICATION_JSON).body(copy);
    }

    private static ResponseEntity.BodyBuilder file(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }
}
