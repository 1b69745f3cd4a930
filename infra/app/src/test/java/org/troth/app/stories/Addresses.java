package org.troth.app.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Everything that can be read, with those who may read it: the same table for whoever compares, asks or looks. */
final class Addresses {

    /** Whom one row tells apart. The two are those whom the household's records are about, the others of their roles are not. */
    enum Who {
        COORDINATOR("COORDINATOR"),
        SECOND_CONTACT("SECOND_CONTACT"),
        AUDITOR("AUDITOR"),
        ADMINISTRATOR("ADMINISTRATOR"),
        THE_PARTICIPANT(""),
        THE_VOLUNTEER(""),
        A_PARTICIPANT("PARTICIPANT"),
        A_VOLUNTEER("VOLUNTEER");

        final String role;

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
    private static final Who[] WHO_WORK_OR_ARE_HELPED = {
        Who.COORDINATOR, Who.THE_PARTICIPANT, Who.A_PARTICIPANT, Who.THE_VOLUNTEER, Who.A_VOLUNTEER
    };
    private static final Who[] DIRECTORY = {Who.COORDINATOR, Who.THE_PARTICIPANT, Who.A_PARTICIPANT};

    /** Open to everybody and about nobody. */
    private static final Set<String> OPEN = Set.of(
            "/sign-in",
            "/sign-in/code",
            "/leave",
            "/glossary",
            "/api",
            "/accounts/opening",
            "/notes",
            "/notes/reading",
            "/deliveries");

    /**
     * One thing that can be read: by a page, by an answer of the API, or by both.
     *
     * @param address what to ask for, with a query and with identifiers of the household
     * @param unknown the same of a record that does not exist; absent where no record is named
     */
    record Row(String pattern, boolean page, boolean answer, String address, String unknown, Set<Who> may) {}

    private final List<Row> rows = new ArrayList<>();

    Addresses(Household house) {
        String person = house.participantId;
        both("/worklist/{kind}", "/worklist/intake", COORDINATORS);
        answer("/worklist", "/worklist", COORDINATORS);
        both("/worklist/places", "/worklist/places", COORDINATORS);
        both("/worklist/filtered", "/worklist/filtered?kind=intake&matter=housing", COORDINATORS);
        both("/worklist/filters", "/worklist/filters", COORDINATORS);
        page("/worklist/filters/new", "/worklist/filters/new", COORDINATORS);
        both("/participants", "/participants", COORDINATORS);
        page("/participants/new", "/participants/new", COORDINATORS);
        both("/participants/{id}", person, COORDINATORS);
        page("/participants/{id}/intake", person, COORDINATORS);
        page("/participants/{id}/correction", person, PERSON_OR_COORDINATOR);
        both("/participants/{id}/versions", person, PERSON_OR_COORDINATOR);
        page("/participants/{id}/answers", person, COORDINATORS);
        page("/participants/{id}/assessment", person, COORDINATORS);
        page("/participants/{id}/closing", person, COORDINATORS);
        page("/participants/{id}/waiting", person, COORDINATORS);
        page("/participants/{id}/first-tellings", person, COORDINATORS);
        page("/participants/{id}/others", person, PERSON_OR_COORDINATOR);
        page("/participants/{id}/follow-up/outcome", person, COORDINATORS);
        page("/participants/{id}/follow-up", person, Who.THE_PARTICIPANT);
        page("/participants/{id}/closure", person, PERSON_OR_COORDINATOR);
        page("/participants/{id}/contacts", person, PERSON_OR_COORDINATOR);
        page("/participants/{id}/availability", person, PERSON_OR_COORDINATOR);
        both("/volunteers", "/volunteers", COORDINATORS);
        page("/volunteers/new", "/volunteers/new", COORDINATORS);
        both("/volunteers/{id}", house.volunteerId, COORDINATORS);
        page("/volunteers/{id}/qualification", house.volunteerId, COORDINATORS);
        page("/volunteers/{id}/correction", house.volunteerId, Who.COORDINATOR, Who.THE_VOLUNTEER);
        both("/volunteers/{id}/versions", house.volunteerId, Who.COORDINATOR, Who.THE_VOLUNTEER);
        page("/volunteers/{id}/capacity", house.volunteerId, Who.COORDINATOR, Who.THE_VOLUNTEER);
        page("/volunteers/{id}/availability", house.volunteerId, Who.COORDINATOR, Who.THE_VOLUNTEER);
        page("/consents/new?participant={id}", person, COORDINATORS);
        both("/consents/{id}", house.sharing, PERSON_OR_COORDINATOR);
        answer("/consents/{id}/text", house.sharing, PERSON_OR_COORDINATOR);
        both("/consents/{id}/receipt", house.sharing, PERSON_OR_COORDINATOR);
        page("/consents/{id}/renewal", house.sharing, PERSON_OR_COORDINATOR);
        answer("/consents/{id}/standing?moment=2026-01-01", house.sharing, PERSON_OR_COORDINATOR);
        both("/matches/{id}", house.match, COORDINATORS);
        page("/boundaries/new?match={id}", house.match, THE_TWO_OR_COORDINATOR);
        both("/boundaries/{id}", house.boundary, THE_TWO_OR_COORDINATOR);
        page("/boundaries/{id}/change", house.boundary, THE_TWO_OR_COORDINATOR);
        both("/charter", "/charter", WHO_WORK_OR_ARE_HELPED);
        page("/charter/outside/new?match={id}", house.match, Who.COORDINATOR, Who.THE_VOLUNTEER);
        both("/charter/outside/{id}", house.outside, COORDINATORS);
        page("/encounters/new?match={id}", house.match, Who.COORDINATOR, Who.THE_VOLUNTEER);
        both("/encounters/of/{id}", house.match, THE_TWO_OR_COORDINATOR);
        both("/encounters/{id}", house.encounter, THE_TWO_OR_COORDINATOR);
        page("/encounters/{id}/correction", house.encounter, Who.COORDINATOR, Who.THE_VOLUNTEER);
        both("/programme", "/programme", Who.COORDINATOR, Who.AUDITOR);
        page("/programme/codes/new", "/programme/codes/new", COORDINATORS);
        rows.add(new Row(
                "/programme/codes/{list}/{code}",
                true,
                false,
                "/programme/codes/matter/" + house.code,
                "/programme/codes/matter/nothing-of-ours",
                EnumSet.of(Who.COORDINATOR)));
        rows.add(new Row(
                "/encounters/{id}/versions/{version}/return",
                true,
                false,
                "/encounters/" + house.encounter + "/versions/1/return",
                "/encounters/" + UUID.randomUUID() + "/versions/1/return",
                EnumSet.of(Who.COORDINATOR)));
        both("/sheets", "/sheets", WHO_WORK_OR_ARE_HELPED);
        page("/sheets/new", "/sheets/new", COORDINATORS);
        both("/sheets/given", "/sheets/given", PARTICIPANTS);
        both("/sheets/{id}", house.sheet, WHO_WORK_OR_ARE_HELPED);
        page("/sheets/{id}/versions", house.sheet, COORDINATORS);
        page("/sheets/{id}/review", house.sheet, COORDINATORS);
        page("/presences/new?match={id}", house.match, THE_TWO_OR_COORDINATOR);
        both("/presences/in/{id}", house.match, THE_TWO_OR_COORDINATOR);
        both("/goals", "/goals", PARTICIPANTS);
        page("/goals/new", "/goals/new", PARTICIPANTS);
        both("/goals/{id}", house.goal, Who.THE_PARTICIPANT);
        page("/goals/{id}/wording", house.goal, Who.THE_PARTICIPANT);
        page("/goals/{id}/rating", house.goal, Who.THE_PARTICIPANT);
        both("/goals/of/{id}", person, COORDINATORS);
        both("/goals/with/{id}", house.match, Who.THE_VOLUNTEER);
        both("/plans", "/plans", PARTICIPANTS);
        both("/plans/of/{id}", person, COORDINATORS);
        both("/plans/with/{id}", house.match, Who.THE_VOLUNTEER);
        both("/plans/{id}", house.plan, PERSON_OR_COORDINATOR);
        page("/plans/{id}/sections/new", house.plan, PERSON_OR_COORDINATOR);
        part("/plans/{id}/sections/{section}", true, house.plan, house.section);
        part("/plans/{id}/sections/{section}/steps/new", false, house.plan, house.section);
        page("/referrals/new?participant={id}", person, COORDINATORS);
        page("/referrals/not-appropriate?participant={id}", person, COORDINATORS);
        both("/referrals/{id}", house.referral, PERSON_OR_COORDINATOR);
        both("/referrals/{id}/release", house.referral, COORDINATORS);
        both("/referrals/{id}/recall-notice", house.referral, COORDINATORS);
        page("/referrals/{id}/outcome", house.referral, COORDINATORS);
        answer("/referrals/{id}/task", house.referral, PERSON_OR_COORDINATOR);
        both("/directory", "/directory", DIRECTORY);
        answer("/directory/services/{id}", house.service, DIRECTORY);
        hsds(house.published);
        page("/directory/imports", "/directory/imports", COORDINATORS);
        both("/directory/imports/{id}", house.directoryImport, COORDINATORS);
        both("/changes", "/changes", Who.SECOND_CONTACT);
        both("/conflicts", "/conflicts", Who.THE_PARTICIPANT, Who.A_PARTICIPANT, Who.THE_VOLUNTEER, Who.A_VOLUNTEER);
        page("/conflicts/new?participant={id}", person, PERSON_OR_COORDINATOR);
        page("/conflicts/new?volunteer={id}", house.volunteerId, Who.COORDINATOR, Who.THE_VOLUNTEER);
        both("/messages", "/messages", COORDINATORS);
        page("/merges/new?participant={id}", person, COORDINATORS);
        page("/merges/{kept}/code", person, COORDINATORS);
        String twice = house.enquiry();
        pair("/merges/{one}/{other}", true, person, twice);
        pair("/merges/reason?kept={one}&merged={other}", false, person, twice);
        both(
                "/erasures/mine",
                "/erasures/mine",
                Who.THE_PARTICIPANT,
                Who.A_PARTICIPANT,
                Who.THE_VOLUNTEER,
                Who.A_VOLUNTEER);
        page("/erasures/new?participant={id}", person, PERSON_OR_COORDINATOR);
        page("/erasures/new?volunteer={id}", house.volunteerId, Who.COORDINATOR, Who.THE_VOLUNTEER);
        page("/erasures/mistake?participant={id}", person, COORDINATORS);
        page("/erasures/mistake?volunteer={id}", house.volunteerId, COORDINATORS);
        both("/youth/mine", "/youth/mine", PARTICIPANTS);
        both("/youth/{participant}", person, COORDINATORS);
        page("/youth/{participant}/age", person, COORDINATORS);
        page("/youth/{participant}/guardians", person, COORDINATORS);
        page("/youth/{participant}/alone", person, COORDINATORS);
        page("/youth/{participant}/agreements", person, COORDINATORS);
        page("/youth/{participant}/objections", person, COORDINATORS);
        both("/mine", "/mine", PARTICIPANTS);
        both("/mine/copy", "/mine/copy", PARTICIPANTS);
        both("/mine/copy.pdf", "/mine/copy.pdf", PARTICIPANTS);
        page("/mine/copy.json", "/mine/copy.json", PARTICIPANTS);
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
        page("/disclosures/of/{person}.json", person, Who.AUDITOR, Who.THE_PARTICIPANT);
        page("/disclosures/of/{person}.json", house.volunteerId, Who.AUDITOR, Who.THE_VOLUNTEER);
        both("/accounts", "/accounts", ADMINISTRATORS);
        page("/accounts/new", "/accounts/new", ADMINISTRATORS);
        both("/accounts/{id}", house.participantAccount, ADMINISTRATORS);
        both("/accounts/mine", "/accounts/mine", Who.values());
        page("/accounts/mine/factor", "/accounts/mine/factor", Who.values());
        page("/accounts/mine/passkeys", "/accounts/mine/passkeys", Who.values());
        both("/rebuild", "/rebuild", ADMINISTRATORS);
        page("/keys", "/keys", Who.values());
    }

    private void hsds(Directory.Published published) {
        String base = "/directory/hsds";
        answer(base, base, DIRECTORY);
        Map.of(
                        "/organizations", published.organization(),
                        "/services", published.service(),
                        "/service_at_locations", published.place(),
                        "/taxonomies", published.taxonomy(),
                        "/taxonomy_terms", published.term())
                .forEach((list, id) -> {
                    answer(base + list, base + list, DIRECTORY);
                    answer(base + list + "/{id}", id.toString(), DIRECTORY);
                });
    }

    List<Row> rows() {
        return rows;
    }

    /** The patterns of all that this table knows, as the product names them. */
    Set<String> named() {
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

    private void both(String pattern, String address, Who... may) {
        row(pattern, true, true, address, may);
    }

    private void page(String pattern, String address, Who... may) {
        row(pattern, true, false, address, may);
    }

    private void answer(String pattern, String address, Who... may) {
        row(pattern, false, true, address, may);
    }

    /** Two records that are looked at together, for coordinators; unknown is the other one of the two. */
    private void pair(String pattern, boolean answer, String one, String other) {
        String first = pattern.replace("{one}", one);
        rows.add(new Row(
                pattern,
                true,
                answer,
                first.replace("{other}", other),
                first.replace("{other}", UUID.randomUUID().toString()),
                EnumSet.of(Who.COORDINATOR)));
    }

    /** A section of a plan, for the two and for coordinators; unknown is the section. */
    private void part(String pattern, boolean answer, String plan, String section) {
        String first = pattern.replace("{id}", plan);
        rows.add(new Row(
                pattern,
                true,
                answer,
                first.replace("{section}", section),
                first.replace("{section}", UUID.randomUUID().toString()),
                EnumSet.copyOf(Arrays.asList(THE_TWO_OR_COORDINATOR))));
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
}
