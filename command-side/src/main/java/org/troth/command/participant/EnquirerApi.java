package org.troth.command.participant;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.troth.command.participant.EnquirerDesk.Caller;
import org.troth.command.participant.EnquirerDesk.Standing;
import org.troth.command.participant.EnquirerRequest.Code;
import org.troth.command.participant.EnquirerRequest.More;
import org.troth.command.participant.EnquirerRequest.NotSafe;
import org.troth.command.participant.EnquirerRequest.Reach;
import org.troth.command.participant.ParticipantRequest.Enquiry;
import org.troth.events.account.RequestId;

/** The same for programs, which need no token for it. No answer names a record or its place in the ledger. */
@RestController
@RequestMapping("/api/v1/notes")
class EnquirerApi {

    private static final String KEY = "Idempotency-Key";

    private final EnquirerDesk desk;

    EnquirerApi(EnquirerDesk desk) {
        this.desk = desk;
    }

    /** The code, this once; absent when the same request was answered before. */
    record Left(@Nullable String code) {
        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /** Done, and nothing more is said. */
    record Kept(boolean kept) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Left leave(
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            @RequestBody Enquiry body) {
        return new Left(desk.leave(caller(request, key, from), body));
    }

    /** How it stands; an answer's words are shown under {@code answers}, oldest first. */
    @PostMapping("/reading")
    Reading read(RequestId request, HttpServletRequest from, @RequestBody Code body) {
        Standing standing = desk.read(caller(request, null, from), body);
        return new Reading(
                standing.open(),
                standing.answers().stream()
                        .map(said -> new Answer(said.at().toString(), said.words()))
                        .toList(),
                standing.channels().stream().map(Enum::name).toList());
    }

    /** What stands there for whoever holds the code. */
    record Reading(boolean open, List<Answer> answers, List<String> channels) {}

    /** What the programme answered. */
    record Answer(String at, String words) {
        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    @PostMapping("/words")
    Kept add(
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            @RequestBody More body) {
        desk.add(caller(request, key, from), body);
        return new Kept(true);
    }

    @PostMapping("/contacts")
    Kept chooseContact(
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            @RequestBody Reach body) {
        desk.chooseContact(caller(request, key, from), body);
        return new Kept(true);
    }

    @PostMapping("/unsafe")
    Kept markUnsafe(
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            @RequestBody NotSafe body) {
        desk.markUnsafe(caller(request, key, from), body);
        return new Kept(true);
    }

    @PostMapping("/withdrawal")
    Kept withdraw(
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            @RequestBody Code body) {
        desk.withdraw(caller(request, key, from), body);
        return new Kept(true);
    }

    static Caller caller(RequestId request, @Nullable String key, HttpServletRequest from) {
        return new Caller(request.value(), key, from.getRemoteAddr());
    }
}
