package org.troth.query.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.troth.events.account.KeptFilters.KeptFilter;
import org.troth.query.reading.Plain;

/**
 * Which part of the worklist somebody wishes to see. Its address holds codes alone.
 *
 * @param kinds in the order of the day; never none
 * @param matter empty where it does not matter
 * @param language likewise
 * @param dueWithin days from today
 */
record WorklistFilter(
        List<Waiting> kinds,
        String matter,
        String language,
        @Nullable Integer dueWithin) {

    private static final String PATH = "/worklist/filtered";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{0,35}");
    private static final Pattern DAYS = Pattern.compile("[0-9]{0,3}");

    /** A filter that is kept, as a link: what it says in words and where it leads. */
    record Line(
            UUID id, String address, String label, @Nullable Integer dueWithin) {}

    /** What an address asks for; null where it names a kind that there is not, or says what is no code. */
    static @Nullable WorklistFilter of(
            @Nullable List<String> kinds, @Nullable String matter, @Nullable String language, @Nullable String due) {
        List<Waiting> named = named(kinds == null ? List.of() : kinds);
        String of = Objects.requireNonNullElse(matter, "");
        String in = Objects.requireNonNullElse(language, "");
        String days = Objects.requireNonNullElse(due, "");
        if ((kinds != null && named.size() < kinds.size())
                || !CODE.matcher(of).matches()
                || !CODE.matcher(in).matches()
                || !DAYS.matcher(days).matches()) {
            return null;
        }
        return new WorklistFilter(inOrder(named), of, in, days.isEmpty() ? null : Integer.valueOf(days));
    }

    /** A kind that there is no more is passed over. */
    static WorklistFilter of(KeptFilter kept) {
        return new WorklistFilter(
                inOrder(named(kept.kinds())),
                Objects.requireNonNullElse(kept.matter(), ""),
                Objects.requireNonNullElse(kept.language(), ""),
                kept.dueWithin());
    }

    private static List<Waiting> named(List<String> kinds) {
        List<Waiting> named = new ArrayList<>();
        for (String kind : kinds) {
            Waiting waiting = Waiting.named(kind);
            if (waiting != null) {
                named.add(waiting);
            }
        }
        return named;
    }

    private static List<Waiting> inOrder(List<Waiting> named) {
        return Arrays.stream(Waiting.values())
                .filter(each -> named.isEmpty() || named.contains(each))
                .toList();
    }

    Sieve sieve(LocalDate today) {
        return new Sieve(matter, language, dueWithin == null ? null : today.plusDays(dueWithin));
    }

    boolean isOfAllKinds() {
        return kinds.size() == Waiting.values().length;
    }

    /** Where it is seen. */
    String address() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
        if (!isOfAllKinds()) {
            kinds.forEach(each -> address.queryParam("kind", each.key()));
        }
        if (!matter.isEmpty()) {
            address.queryParam("matter", matter);
        }
        if (!language.isEmpty()) {
            address.queryParam("language", language);
        }
        if (dueWithin != null) {
            address.queryParam("due", dueWithin);
        }
        return address.build().toUriString();
    }

    /** The same of one kind alone. */
    WorklistFilter only(Waiting kind) {
        return new WorklistFilter(List.of(kind), matter, language, dueWithin);
    }

    /** In words; empty where it lets everything through but for a day. */
    String label(Plain plain, Said said) {
        List<String> parts = new ArrayList<>();
        if (!isOfAllKinds()) {
            parts.add(kinds.stream()
                    .map(each -> each.title(said))
                    .collect(Collectors.joining(said.of("query.overview.filters.and"))));
        }
        if (!matter.isEmpty()) {
            parts.add(plain.word(matter));
        }
        if (!language.isEmpty()) {
            parts.add(plain.language(language));
        }
        return String.join(" · ", parts);
    }

    Line line(UUID id, Plain plain, Said said) {
        return new Line(id, address(), label(plain, said), dueWithin);
    }
}
