package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes the language that a reader chooses in the foot of any page, and leads back there. */
@Controller
class TonguePages {

    private final Tongues tongues;
    private final Answers answers;

    TonguePages(Tongues tongues, Answers answers) {
        this.tongues = tongues;
        this.answers = answers;
    }

    @PostMapping("/tongue")
    void choose(
            @RequestParam("tongue") String code,
            @RequestParam(name = "back", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Tongue> chosen = Tongue.of(code);
        if (chosen.isEmpty()) {
            answers.answer(
                    request, response, Problem.invalid("tongue", "unknown", Words.of("web.error.unknown-tongue")));
            return;
        }
        tongues.choose(response, chosen.get());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + WayBack.of(back));
    }
}
