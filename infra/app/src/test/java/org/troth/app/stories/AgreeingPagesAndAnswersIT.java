package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Addresses.Row;
import org.troth.app.stories.Addresses.Who;
import org.troth.app.stories.Stage.Cast;

/**
 * Whatever can be read is in this table, with those who may read it. A page and its answer of the API let the same people in
 * and answer everybody else as if there were nothing; a new address that is not in the table ends the build.
 */
@ExtendWith(Stage.class)
class AgreeingPagesAndAnswersIT {

    private List<Row> rows = List.of();
    private final Map<Who, List<Somebody>> accounts = new EnumMap<>(Who.class);
    private final Map<Somebody, Integer> refusals = new HashMap<>();

    @Test
    void letsTheSamePeopleReadTheSameAndShowsNobodyElseThatItIsThere(Cast cast) {
        Household house = new Household(cast.troth());
        rows = new Addresses(house).rows();
        assertThat(new Addresses(house).named())
                .as("the table and the product name the same addresses")
                .isEqualTo(cast.troth().routes());
        SoftAssertions all = new SoftAssertions();
        Somebody stranger = Somebody.stranger(cast.troth().origin());
        for (Row row : rows) {
            if (row.page()) {
                all.assertThat(stranger.page(row.address()).statusCode())
                        .as("stranger, page %s", row.pattern())
                        .isIn(302, 303);
            }
            if (row.answer()) {
                all.assertThat(stranger.answer(row.address()).statusCode())
                        .as("stranger, %s", row.pattern())
                        .isEqualTo(401);
            }
        }
        for (int at = 0; at < rows.size(); at++) {
            // A minute holds only so many refusals of one account: then the next household goes on.
            if (isTired(house.participant) || isTired(house.volunteer)) {
                house = new Household(cast.troth());
                rows = new Addresses(house).rows();
            }
            accounts.put(Who.THE_PARTICIPANT, List.of(house.participant));
            accounts.put(Who.THE_VOLUNTEER, List.of(house.volunteer));
            for (Who who : Who.values()) {
                if (isRead(rows.get(at), who)) {
                    ask(all, rows.get(at), who, house);
                }
            }
        }
        all.assertAll();
    }

    private boolean isTired(Somebody one) {
        return refusals.getOrDefault(one, 0) > 20;
    }

    /** Where no record is named, the other of a role is the same as the one; each of the two keeps refusals for their own. */
    private static boolean isRead(Row row, Who who) {
        return !row.unknown().isEmpty() || !who.role.isEmpty();
    }

    private void ask(SoftAssertions all, Row row, Who who, Household house) {
        List<String> seen = new ArrayList<>();
        for (String address : Stream.of(row.address(), row.unknown())
                .filter(each -> !each.isEmpty())
                .toList()) {
            Somebody one = somebody(who, house);
            if (row.page()) {
                seen.add("page " + note(one, one.page(address).statusCode()));
            }
            if (row.answer()) {
                seen.add("answer " + note(one, one.answer(address).statusCode()));
            }
        }
        int asked = (row.page() ? 1 : 0) + (row.answer() ? 1 : 0);
        List<String> known = seen.subList(0, asked);
        List<String> unknown = seen.subList(asked, seen.size());
        String as = "%s at %s: %s".formatted(who, row.pattern(), seen);
        if (row.may().contains(who)) {
            all.assertThat(known).as(as).allMatch(each -> each.endsWith(" 200"));
            all.assertThat(unknown).as(as).allMatch(each -> each.endsWith(" 404"));
        } else {
            all.assertThat(seen).as(as).allMatch(each -> each.endsWith(" 404") || each.endsWith(" 403"));
            all.assertThat(unknown).as(as).matches(each -> each.isEmpty() || each.equals(known));
            all.assertThat(seen.stream().map(each -> each.replaceAll("\\D", "")).distinct())
                    .as(as)
                    .hasSize(1);
        }
    }

    private int note(Somebody one, int status) {
        if (status != 200) {
            refusals.merge(one, 1, Integer::sum);
        }
        return status;
    }

    /** The one who asks: when somebody has had their share of refusals, another of the same role goes on. */
    private Somebody somebody(Who who, Household house) {
        List<Somebody> some = accounts.computeIfAbsent(who, none -> new ArrayList<>());
        if (!who.role.isEmpty() && (some.isEmpty() || isTired(some.get(some.size() - 1)))) {
            some.add(house.another(who.role));
        }
        return some.get(some.size() - 1);
    }
}
