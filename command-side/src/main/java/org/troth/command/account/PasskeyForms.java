package org.troth.command.account;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.dispatch.Phrase;
import org.troth.events.FactorId;
import org.troth.events.account.Actor;
import org.troth.events.account.MakingChallenge;
import org.troth.events.account.PasskeyPlace;
import org.troth.events.account.RequestId;

/** The passkeys of one's own account, for people. What a browser is asked is fetched by the script of the page when they press. */
@Controller
@RequestMapping(PasskeyForms.PASSKEYS)
class PasskeyForms {

    static final String PASSKEYS = HolderForms.OWN + "/passkeys";

    private static final String KEY = "idempotencyKey";

    private final PasskeyDesk passkeys;

    PasskeyForms(PasskeyDesk passkeys) {
        this.passkeys = passkeys;
    }

    /** A place to choose, with its words. */
    record Option(String value, Phrase label) {}

    static Phrase words(PasskeyPlace place) {
        return Phrase.of("command.account.passkey.place." + place.name());
    }

    @GetMapping
    ModelAndView form() {
        return form(null);
    }

    private ModelAndView form(@Nullable String place) {
        List<Option> places = Arrays.stream(PasskeyPlace.values())
                .map(each -> new Option(each.name(), words(each)))
                .toList();
        return new ModelAndView("account/passkey")
                .addObject("possible", passkeys.arePossible())
                .addObject("places", places)
                .addObject("place", place);
    }

    /** For the script of the page. */
    @PostMapping("/challenge")
    ResponseEntity<String> ask(Actor actor, MakingChallenge asked) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(passkeys.ask(actor, asked).asked());
    }

    @PostMapping
    ModelAndView add(
            Actor actor,
            RequestId request,
            MakingChallenge asked,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(name = "passkey", required = false) @Nullable String answer) {
        Errand errand = new Errand(actor, request, key, PASSKEYS);
        return SecretPages.orAgain(form(place), () -> {
            FactorDesk.Recovery recovery = passkeys.add(errand, asked, new PasskeyDesk.Sent(place, answer));
            return recovery.stayAsTheyAre()
                    ? SecretPages.signIn("another")
                    : FactorForms.shown(recovery, Phrase.of("command.account.changed"));
        });
    }

    @PostMapping("/{passkey}/removal")
    ModelAndView remove(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable UUID passkey) {
        passkeys.remove(new Errand(actor, request, key, PASSKEYS + "/{passkey}/removal"), new FactorId(passkey));
        return SecretPages.signIn("removed");
    }
}
