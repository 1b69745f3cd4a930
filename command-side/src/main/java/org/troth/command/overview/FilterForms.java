package org.troth.command.overview;

import static org.troth.command.dispatch.Permits.named;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.FormReply;
import org.troth.command.dispatch.OfferedCodes;
import org.troth.command.law.CodeList;
import org.troth.command.overview.FilterDesk.Filter;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;

/** A coordinator's own filters of the worklist, as forms. */
@Controller
@RequestMapping("/worklist/filters")
class FilterForms {

    /** Days that are offered; by its address any number can be asked for. */
    private static final List<Integer> DAYS = List.of(0, 7, 14, 31);

    private final FilterDesk desk;
    private final OfferedCodes offered;
    private final MessageSource messages;

    FilterForms(FilterDesk desk, OfferedCodes offered, MessageSource messages) {
        this.desk = desk;
        this.offered = offered;
        this.messages = messages;
    }

    @GetMapping("/new")
    ModelAndView ask(Actor actor, RequestId request) {
        desk.mayOpenForm(Asked.by(actor, request, null));
        return form(Filter.orNone(null));
    }

    @PostMapping
    ModelAndView keep(Actor actor, RequestId request, Filter said) {
        Filter listed = new Filter(FormReply.listed(said.kinds()), said.matter(), said.language(), said.due());
        return FormReply.page(form(listed), () -> desk.keep(Asked.by(actor, request, null), listed));
    }

    @PostMapping("/{id}/removal")
    ModelAndView remove(Actor actor, RequestId request, @PathVariable String id) {
        UUID filter = named(id, Function.identity());
        return FormReply.page(form(Filter.orNone(null)), () -> desk.remove(Asked.by(actor, request, null), filter));
    }

    private ModelAndView form(Filter said) {
        return new ModelAndView("overview/filter")
                .addObject("said", said)
                .addObject(
                        "kinds",
                        CodeList.WAITING.codes().stream()
                                .map(code -> new Choice(code, word("command.overview.kind." + code)))
                                .toList())
                .addObject(
                        "days",
                        DAYS.stream()
                                .map(days -> new Choice(days.toString(), word("command.overview.due." + days)))
                                .toList())
                .addObject("ticked", FormReply.listed(said.kinds()))
                .addObject("matters", offered.allChoices(ProgrammeList.MATTER))
                .addObject("languages", Choice.languages());
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
