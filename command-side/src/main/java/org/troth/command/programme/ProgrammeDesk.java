package org.troth.command.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Facts;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.command.law.HouseLaw;
import org.troth.command.programme.ProgrammeRequest.NewCode;
import org.troth.command.programme.ProgrammeRequest.NewLabels;
import org.troth.events.programme.ProgrammeCodes.Code;
import org.troth.events.programme.ProgrammeEvent;
import org.troth.events.programme.ProgrammeEvent.Label;
import org.troth.events.programme.ProgrammeEvent.ProgrammeCodeOffered;
import org.troth.events.programme.ProgrammeEvent.ProgrammeCodeWithdrawn;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;

/** Takes in which codes coordinators offer, how they are said, and which are withdrawn. Only of these lists, and about nobody. */
@Component
class ProgrammeDesk {

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_LABEL = 60;
    private static final int MOST_CODES = 80;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Dispatch dispatch;
    private final Permits permits;
    private final RecordedProgramme programme;

    ProgrammeDesk(Dispatch dispatch, Permits permits, RecordedProgramme programme) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.programme = programme;
    }

    /** The answer is the code. */
    Outcome offer(Asked asked, NewCode said) {
        String route = "POST /programme/codes";
        permits.coordinator(asked, route, null);
        Fields fields = new Fields();
        var list = fields.choice("list", said.list(), ProgrammeList.class);
        List<Label> labels = labels(fields, said.english(), said.arabic());
        String code = code(fields, said.code(), said.english());
        fields.check();
        return act(asked, What.of(route, list.get(), code, labels), code, lists -> {
            mustBeNew(lists, code);
            if (lists.of(list.get()).size() >= MOST_CODES) {
                throw ProgrammeRefused.manyCodes();
            }
            mustDiffer(lists, list.get(), code, labels);
            return new ProgrammeCodeOffered(list.get(), code, labels, HouseLaw.PROGRAMME_CODES);
        });
    }

    Outcome relabel(Asked asked, ProgrammeList list, String code, NewLabels said) {
        String route = "POST /programme/codes/{list}/{code}";
        permits.coordinator(asked, route, null);
        Fields fields = new Fields();
        List<Label> labels = labels(fields, said.english(), said.arabic());
        fields.check();
        return act(asked, What.of(route, list, code, labels), code, lists -> {
            Code before = own(known(lists, list, code));
            if (!before.offered()) {
                throw ProgrammeRefused.alreadyWithdrawn();
            }
            if (before.labels().equals(labels)) {
                throw ProgrammeRefused.sameLabels();
            }
            mustDiffer(lists, list, code, labels);
            return new ProgrammeCodeOffered(list, code, labels, HouseLaw.PROGRAMME_CODES);
        });
    }

    Outcome withdraw(Asked asked, ProgrammeList list, String code) {
        String route = "POST /programme/codes/{list}/{code}/end";
        permits.coordinator(asked, route, null);
        return act(asked, What.of(route, list, code), code, lists -> {
            if (!known(lists, list, code).offered()) {
                throw ProgrammeRefused.alreadyWithdrawn();
            }
            if (list == ProgrammeList.MATTER && code.equals(Lists.ALWAYS)) {
                throw ProgrammeRefused.alwaysOffered();
            }
            return new ProgrammeCodeWithdrawn(list, code, HouseLaw.PROGRAMME_CODES);
        });
    }

    /** What was withdrawn can be chosen again, by the labels that it had. */
    Outcome offerAgain(Asked asked, ProgrammeList list, String code) {
        String route = "POST /programme/codes/{list}/{code}/return";
        permits.coordinator(asked, route, null);
        return act(asked, What.of(route, list, code), code, lists -> {
            Code before = known(lists, list, code);
            if (before.offered()) {
                throw ProgrammeRefused.alreadyOffered();
            }
            mustDiffer(lists, list, code, before.labels());
            return new ProgrammeCodeOffered(list, code, before.labels(), HouseLaw.PROGRAMME_CODES);
        });
    }

    void mayOpenForm(Asked asked) {
        permits.coordinator(asked, "GET /programme/codes/new", null);
    }

    /** A code of the programme's own, for the form that says it anew. */
    Code open(Asked asked, ProgrammeList list, String code) {
        permits.coordinator(asked, "GET /programme/codes/{list}/{code}", null);
        Code found = known(programme.lists(), list, code);
        if (found.published()) {
            throw new NotOnRecord();
        }
        return found;
    }

    private static Code known(Lists lists, ProgrammeList list, String code) {
        return lists.find(list, code).orElseThrow(NotOnRecord::new);
    }

    private static Code own(Code code) {
        if (code.published()) {
            throw ProgrammeRefused.publishedWords();
        }
        return code;
    }

    /** A code means one thing wherever it stands, so that it has one word: it is new to every list of the programme and of the law. */
    private static void mustBeNew(Lists lists, String code) {
        boolean known = Stream.of(ProgrammeList.values())
                        .anyMatch(list -> lists.find(list, code).isPresent())
                || Stream.of(CodeList.values()).anyMatch(list -> list.has(code));
        if (known) {
            throw ProgrammeRefused.codeTaken();
        }
    }

    /** Whoever chooses can tell each from every other that is offered, in each language. */
    private static void mustDiffer(Lists lists, ProgrammeList list, String code, List<Label> labels) {
        for (Code other : lists.of(list)) {
            if (!other.code().equals(code)
                    && other.offered()
                    && labels.stream().anyMatch(said -> isSaidOf(other, said))) {
                throw ProgrammeRefused.labelTaken();
            }
        }
    }

    private static boolean isSaidOf(Code other, Label said) {
        return other.published()
                ? Phrase.of("command.code." + other.code()).english().equalsIgnoreCase(said.words())
                : other.labels().stream().anyMatch(each -> each.words().equalsIgnoreCase(said.words()));
    }

    private static List<Label> labels(Fields fields, @Nullable String english, @Nullable String arabic) {
        List<Label> labels = new ArrayList<>();
        add(
                labels,
                ProgrammeEvent.MAIN_LANGUAGE,
                fields.line("english", english, LONGEST_LABEL).orNull());
        if (arabic != null && !arabic.isBlank()) {
            add(labels, "ar", fields.line("arabic", arabic, LONGEST_LABEL).orNull());
        }
        return List.copyOf(labels);
    }

    private static void add(List<Label> labels, String language, @Nullable String words) {
        if (words != null) {
            labels.add(new Label(language, words));
        }
    }

    /** As it was typed, or made of the English label. */
    private static String code(Fields fields, @Nullable String typed, @Nullable String english) {
        String given = typed == null ? "" : typed.strip();
        String label = english == null ? "" : english.strip();
        String code = given.isEmpty() ? madeOf(label) : given;
        boolean fits = code.length() <= LONGEST_CODE && CODE.matcher(code).matches();
        // Without either, that there is no label is all that is wrong.
        if (!fits && !(given.isEmpty() && label.isEmpty())) {
            fields.refuse(
                    "code", "code-form", Phrase.of("command.programme.wrong.code", Integer.toString(LONGEST_CODE)));
        }
        return code;
    }

    private static String madeOf(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-$", "");
    }

    /** Decided on what stands there; another who says something of it meanwhile has it decided anew. */
    private Outcome act(Asked asked, String what, String answer, Function<Lists, ProgrammeEvent> decision) {
        return dispatch.act(asked.actor(), asked.request(), asked.key(), what, () -> {
            Lists lists = programme.lists();
            NewFact fact =
                    new NewFact(ProgrammeEvent.STREAM, RecordedProgramme.STREAM, lists.facts(), decision.apply(lists));
            return new Intent(new Facts(List.of(fact)), new Unit(asked.actor(), asked.request()), answer);
        });
    }
}
