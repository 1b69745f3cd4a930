package org.troth.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Every word that is explained, on one page that anybody can open. It is about nobody. */
@Controller
class GlossaryPage {

    @GetMapping("/glossary")
    String glossary() {
        return "shell/glossary-page";
    }
}
