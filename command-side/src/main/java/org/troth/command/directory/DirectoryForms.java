package org.troth.command.directory;

import static org.troth.command.dispatch.Permits.named;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.directory.Unpacking.Sent;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** Imports of the directory, as a page: what came of the file, or everything that is wrong with it. */
@Controller
@RequestMapping("/directory/imports")
class DirectoryForms {

    private static final String KEY = "idempotencyKey";

    private final DirectoryDesk desk;

    DirectoryForms(DirectoryDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView form(Actor actor, RequestId request) {
        desk.mayImport(Asked.by(actor, request, null));
        return new ModelAndView("directory/import");
    }

    @GetMapping("/{id}")
    ModelAndView report(Actor actor, RequestId request, @PathVariable String id) {
        return new ModelAndView("directory/import")
                .addObject("report", desk.report(Asked.by(actor, request, null), named(id, Function.identity())));
    }

    @PostMapping
    ModelAndView take(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        List<Sent> sent = files == null ? List.of() : DirectoryApi.sent(files);
        ModelAndView page = new ModelAndView("directory/import");
        try {
            DirectoryReport report = desk.take(Asked.by(actor, request, key), sent);
            ModelAndView next = new ModelAndView("redirect:/directory/imports/" + report.id());
            next.setStatus(HttpStatus.SEE_OTHER);
            return next;
        } catch (Invalid invalid) {
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page.addObject("faults", invalid.faults());
        } catch (DirectoryRefused refused) {
            page.setStatus(HttpStatus.CONFLICT);
            return page.addObject("refused", refused.words());
        }
    }
}
