package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;

/**
 * Whatever can be read is in this table, with those who may read it. A page and its answer of the API let the same people in
 * and answer everybody else as if there were nothing; a new address that is not in the table ends the build.
 */
@ExtendWith(Stage.class)
class AgreeingPagesAndAnswersIT {

    /** Whom one row tells apart. The two are those whom the household's records are about, the others of their roles are not. */
    private enum Who {
        COORDINATOR("COORDINATOR"),
        AUDITOR("AUDITOR"),
        ADMINISTRATOR("ADMINISTRATOR"),
        THE_PARTICIPANT(""),
        THE_VOLUNTEER(""),
        A_PARTICIPANT("PARTICIPANT"),
        A_VOLUNTEER("VOLUNTEER");

        private final String role;

        Who(String role) {
            this.role = role;
        }
    }

    private static final Who[] COORDINATORS = {Who.COORDINATOR};
    private static final Who[] ADMINISTRATORS = {Who.ADMINISTRATOR};
    private static final Who[] AUDITORS = {Who.AUDITOR};
    private static final Who[] PARTICIPANTS = {Who.THE_PARTICIPANT, Who.A_PARTICIPANT};
    private static final Who[] VOLUNTEERS = {Who.THE_VOLUNTEER, Who.A_VOLUNTEER};
    private static final Who[] PERSON_OR_COORDINATOR = {Who.COORDINATOR, Who.THE_PARTICIPANT};
    private static final Who[] THE_TWO_OR_COORDINATOR = {Who.COORDINATOR, Who.THE_PARTICIPANT, Who.THE_VOLUNTEER};
    private static final Who[] DIRECTORY = {Who.COORDINATOR, Who.THE_PARTICIPANT, Who.A_PARTICIPANT};

    /** Open to everybody and about nobody. */
    private static final Set<String> OPEN = Set.of("/sign-in", "/leave", "/api", "/accounts/opening");

    /**
     * One thing that can be read: by a page, by an answer of the API, or by both.
     *
     * @param address what to ask for, with a query and with identifiers of the household
     * @param unknown the same of a record that does not exist; absent where no record is named
     */
    private record Row(String pattern, boolean page, boolean answer, String address, String unknown, Set<Who> may) {}

    private List<Row> rows = List.of();
    private final Map<Who, List<Somebody>> accounts = new EnumMap<>(Who.class);
    private final Map<Somebody, Integer> refusals = new HashMap<>();

    private void table(Household house) {
        rows = new ArrayList<>();
        String person = house.participantId;
        both("/worklist/{kind}", "/worklist/intake", COORDINATORS);
        answer("/worklist", "/worklist", COORDINATORS);
        both("/participants", "/participants", COORDINATORS);
        page("/participants/new", "/participants/new", COORDINATORS);
        both("/participants/{id}", person, COORDINATORS);
        page("/participants/{id}/intake", person, COORDINATORS);
        page("/participants/{id}/closing", person, COORDINATORS);
        page("/participants/{id}/contacts", person, PERSON_OR_COORDINATOR);
        both("/volunteers", "/volunteers", COORDINATORS);
        page("/volunteers/new", "/volunteers/new", COORDINATORS);
        both("/volunteers/{id}", house.volunteerId, COORDINATORS);
        page("/volunteers/{id}/qualification", house.volunteerId, COORDINATORS);
        page("/volunteers/{id}/capacity", house.volunteerId, Who.COORDINATOR, Who.THE_VOLUNTEER);
        page("/consents/new?participant={id}", person, COORDINATORS);
        both("/consents/{id}", house.sharing, PERSON_OR_COORDINATOR);
        answer("/consents/{id}/text", house.sharing, PERSON_OR_COORDINATOR);
        both("/matches/{id}", house.match, COORDINATORS);
        page("/boundaries/new?match={id}", house.match, THE_TWO_OR_COORDINATOR);
        both("/boundaries/{id}", house.boundary, THE_TWO_OR_COORDINATOR);
        page("/boundaries/{id}/change", house.boundary, THE_TWO_OR_COORDINATOR);
        page("/referrals/new?participant={id}", person, COORDINATORS);
        both("/referrals/{id}", house.referral, PERSON_OR_COORDINATOR);
        both("/referrals/{id}/release", house.referral, COORDINATORS);
        page("/referrals/{id}/outcome", house.referral, COORDINATORS);
        both("/directory", "/directory", DIRECTORY);
        answer("/directory/services/{id}", house.service, DIRECTORY);
        page("/directory/imports", "/directory/imports", COORDINATORS);
        both("/directory/imports/{id}", house.directoryImport, COORDINATORS);
        both("/mine", "/mine", PARTICIPANTS);
        both("/walks", "/walks", VOLUNTEERS);
        both("/audit", "/audit", AUDITORS);
        both("/disclosures", "/disclosures", AUDITORS);
        both("/disclosures/refused", "/disclosures/refused", AUDITORS);
        both("/disclosures/searches", "/disclosures/searches", AUDITORS);
        both("/disclosures/readings", "/disclosures/readings", AUDITORS);
        both("/disclosures/of/{person}", person, Who.AUDITOR, Who.THE_PARTICIPANT);
        both("/disclosures/of/{person}", house.volunteerId, Who.AUDITOR, Who.THE_VOLUNTEER);
        both("/disclosures/of/{person}.csv", person, Who.AUDITOR, Who.THE_PARTICIPANT);
        both("/disclosures/of/{person}.csv", house.volunteerId, Who.AUDITOR, Who.THE_VOLUNTEER);
        both("/accounts", "/accounts", ADMINISTRATORS);
        page("/accounts/new", "/accounts/new", ADMINISTRATORS);
        both("/accounts/{id}", house.participantAccount, ADMINISTRATORS);
        both("/accounts/mine", "/accounts/mine", Who.values());
        both("/rebuild", "/rebuild", ADMINISTRATORS);
    }

    @Test
    void letsTheSamePeopleReadTheSameAndShowsNobodyElseThatItIsThere(Cast cast) {
        Household house = new Household(cast.troth());
        table(house);
        assertThat(named())
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
                table(house);
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
            // Of nobody there is an empty accounting, for those who may read everybody's.
            boolean everybodys = row.pattern().startsWith("/disclosures/of/") && who == Who.AUDITOR;
            all.assertThat(unknown).as(as).allMatch(each -> each.endsWith(everybodys ? " 200" : " 404"));
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

    private void both(String pattern, String address, Who... may) {
        row(pattern, true, true, address, may);
    }

    private void page(String pattern, String address, Who... may) {
        row(pattern, true, false, address, may);
    }

    private void answer(String pattern, String address, Who... may) {
        row(pattern, false, true, address, may);
    }

    private void row(String pattern, boolean page, boolean answer, String address, Who... may) {
        boolean record = !address.startsWith("/");
        rows.add(new Row(
                pattern,
                page,
                answer,
                record ? filled(pattern, address) : address,
                record ? filled(pattern, UUID.randomUUID().toString()) : "",
                EnumSet.copyOf(Arrays.asList(may))));
    }

    private static String filled(String pattern, String id) {
        return pattern.replaceAll("\\{[^}]*}", id);
    }

    private Set<String> named() {
        Set<String> named = new TreeSet<>(OPEN);
        // It leads everybody to their own place; the API has the worklist for it.
        named.add("/");
        for (Row row : rows) {
            String path = row.pattern().replaceAll("\\?.*", "");
            if (row.page()) {
                named.add(path);
            }
            if (row.answer()) {
                named.add("/api/v1" + path);
            }
        }
        return named;
    }
}
