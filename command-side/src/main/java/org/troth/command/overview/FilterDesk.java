package org.troth.command.overview;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Fields.Read;
import org.troth.command.dispatch.OfferedCodes;
import org.troth.command.dispatch.Permits;
import org.troth.command.law.CodeList;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;

/**
 * Keeps a coordinator's own filters. Nothing is recorded but an attempt by somebody else; the same sent twice does what it did once, so that
 * no idempotency key is needed.
 */
@Component
class FilterDesk {

    private static final String SEEN_AT = "/worklist/filtered";
    private static final String OWN = "/worklist/filters";

    /**
     * What is asked for; whatever is absent does not matter.
     *
     * @param due within so many days
     */
    record Filter(
            @Nullable List<String> kinds,
            @Nullable String matter,
            @Nullable String language,
            @Nullable String due) {

        static Filter orNone(@Nullable Filter said) {
            return said == null ? new Filter(null, null, null, null) : said;
        }
    }

    private final FilterTable table;
    private final Permits permits;
    private final OfferedCodes offered;

    FilterDesk(FilterTable table, Permits permits, OfferedCodes offered) {
        this.table = table;
        this.permits = permits;
        this.offered = offered;
    }

    void mayOpenForm(Asked asked) {
        permits.coordinator(asked, "GET /worklist/filters/new", null);
    }

    /** Keeps it, and says where it is seen. */
    String keep(Asked asked, Filter said) {
        permits.coordinator(asked, "POST /worklist/filters", null);
        Fields fields = new Fields();
        Read<List<String>> named =
                fields.codes("kinds", said.kinds(), CodeList.WAITING.codes().size(), CodeList.WAITING);
        Read<String> matter =
                isAbsent(said.matter()) ? null : offered.known(fields, "matter", said.matter(), ProgrammeList.MATTER);
        Read<String> language = isAbsent(said.language()) ? null : fields.language("language", said.language());
        Read<Integer> due = isAbsent(said.due()) ? null : fields.number("due", said.due(), 0, 366);
        fields.check();
        List<String> kinds = CodeList.WAITING.inOrder(named.get());
        List<String> some = kinds.size() == CodeList.WAITING.codes().size() ? List.of() : kinds;
        String of = matter == null ? null : matter.get();
        String in = language == null ? null : language.get();
        Integer within = due == null ? null : due.get();
        table.keep(asked.actor().account(), some, of, in, within);
        return address(some, of, in, within);
    }

    /** Whether there was such a filter is told to nobody: it is gone now. Says where the others are seen. */
    String remove(Asked asked, UUID filter) {
        permits.coordinator(asked, "POST /worklist/filters/{id}/removal", null);
        table.remove(asked.actor().account(), filter);
        return OWN;
    }

    private static boolean isAbsent(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static String address(
            List<String> kinds, @Nullable String matter, @Nullable String language, @Nullable Integer due) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(SEEN_AT);
        kinds.forEach(each -> address.queryParam("kind", each));
        if (matter != null) {
            address.queryParam("matter", matter);
        }
        if (language != null) {
            address.queryParam("language", language);
        }
        if (due != null) {
            address.queryParam("due", due);
        }
        return address.build().toUriString();
    }
}
