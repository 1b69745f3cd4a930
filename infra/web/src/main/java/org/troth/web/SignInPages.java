package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page, and the way out that leaves nothing behind. */
@Controller
class SignInPages {

    private static final Map<String, Said> SAID = Map.of(
            "refused", new Said("bad", "web.sign-in.refused"),
            "opened", new Said("good", "web.sign-in.opened"),
            "late", new Said("bad", "web.sign-in.late"),
            "removed", new Said("good", "web.sign-in.removed"),
            "another", new Said("good", "web.sign-in.another"),
            "changed", new Said("good", "web.sign-in.changed"),
            "out", new Said("good", "web.sign-in.out"));

    private final WebSettings settings;
    private final Sittings sittings;
    private final Tongues tongues;
    private final Catalogue catalogue;

    SignInPages(WebSettings settings, Sittings sittings, Tongues tongues, Catalogue catalogue) {
        this.settings = settings;
        this.sittings = sittings;
        this.tongues = tongues;
        this.catalogue = catalogue;
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(name = "said", required = false) @Nullable String said,
            @Nullable Principal user,
            Model model) {
        if (user != null) {
            return "redirect:/";
        }
        model.addAttribute("opening", settings.opening());
        model.addAttribute("asking", settings.asking());
        Words remark = settings.remark();
        model.addAttribute("remark", remark == null ? null : catalogue.say(remark, LocaleContextHolder.getLocale()));
        model.addAttribute("said", said == null ? null : SAID.get(said));
        return "shell/sign-in";
    }

    /** A GET may end the sitting here: the cookie is never sent from another site, and one who must leave may have no script. */
    @GetMapping("/leave")
    ResponseEntity<Void> leave(HttpServletRequest request, HttpServletResponse response) {
        sittings.end(request, response);
        tongues.forget(response);
        KeyPages.forget(settings, response);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .header(HttpHeaders.LOCATION, settings.exit().toString())
                .build();
    }

    /** What the sign-in page says, chosen by a code of ours. */
    record Said(String tone, String key) {}
}
