package org.troth.elsewhere;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A page whose own words are in English alone. */
@Controller
public class Elsewhere {

    @GetMapping("/elsewhere")
    String page(Model model) {
        model.addAttribute("locale", LocaleContextHolder.getLocale().toLanguageTag());
        return "elsewhere";
    }

    @PostMapping("/elsewhere")
    String act(RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", "It is done.");
        return "redirect:/";
    }
}
