package org.troth.app.attacks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Every place where words can be read, by who may read there. */
record Reads(Walk walk) {

    static Reads of(Walk walk) {
        return new Reads(walk);
    }

    /** Pages; the API has the same addresses below its own. */
    List<String> coordinators() {
        return List.of(
                "/participants",
                "/participants/" + walk.participant,
                "/volunteers",
                "/volunteers/" + walk.volunteer,
                "/matches/" + walk.match,
                "/boundaries/" + walk.boundary,
                "/charter/outside/" + walk.outside,
                "/encounters/" + walk.encounter,
                "/goals/of/" + walk.participant,
                "/plans/of/" + walk.participant,
                "/plans/" + walk.plan,
                "/referrals/" + walk.referral);
    }

    List<String> participants() {
        return List.of(
                "/mine",
                "/charter",
                "/encounters/" + walk.encounter,
                "/presences/in/" + walk.match,
                "/goals",
                "/goals/" + walk.goal,
                "/plans",
                "/plans/" + walk.plan,
                "/plans/" + walk.plan + "/sections/" + walk.section,
                "/disclosures/of/" + walk.participant);
    }

    List<String> volunteers() {
        return List.of(
                "/walks",
                "/charter",
                "/encounters/" + walk.encounter,
                "/goals/with/" + walk.match,
                "/plans/with/" + walk.match,
                "/disclosures/of/" + walk.volunteer + "?purpose=PATRQT");
    }

    List<String> auditors() {
        return List.of("/audit", "/disclosures", "/disclosures/of/" + walk.participant);
    }

    List<String> administrators() {
        return List.of("/accounts");
    }

    /** Every way to read, each by a name of its own, as a page, as JSON and as a file. */
    Map<String, Supplier<Answer>> all(ChildTroth troth) {
        Map<String, Supplier<Answer>> all = new LinkedHashMap<>();
        add(all, "coordinator", coordinators(), troth.browser("coordinator"), walk.coordinator);
        add(all, "participant", participants(), walk.participantsBrowser(), walk.asParticipant());
        add(all, "volunteer", volunteers(), walk.volunteersBrowser(), walk.asVolunteer());
        add(all, "auditor", auditors(), troth.browser("auditor"), troth.program("auditor"));
        add(all, "administrator", administrators(), troth.browser("administrator"), walk.administrator);
        Caller coordinator = troth.browser("coordinator");
        all.put("worklist", () -> coordinator.get("/"));
        all.put("worklist through a filter", () -> coordinator.get("/worklist/filtered"));
        all.put("/api/v1/worklist/filtered", () -> walk.coordinator.get("/api/v1/worklist/filtered"));
        Map<String, String> term = Map.of("term", walk.helped.familyName());
        all.put("search", () -> walk.coordinator.post("/participants/search", term));
        String csrf = coordinator.csrf("/participants");
        all.put(
                "search page",
                () -> coordinator.send(
                        "POST",
                        "/participants/search",
                        ("term=" + "Quillfeather" + "&_csrf=" + csrf).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded"));
        all.put("preview", () -> walk.coordinator.get("/api/v1/referrals/" + walk.referral + "/release"));
        for (String path : List.of("/boundaries/" + walk.boundary, "/referrals/" + walk.referral)) {
            all.put("participant /api/v1" + path, () -> walk.asParticipant().get("/api/v1" + path));
        }
        Caller auditor = troth.browser("auditor");
        all.put("accounting as a file", () -> auditor.get("/disclosures/of/" + walk.participant + ".csv"));
        all.put("accounting for programs", () -> auditor.get("/disclosures/of/" + walk.participant + ".json"));
        return all;
    }

    private static void add(
            Map<String, Supplier<Answer>> all, String who, List<String> paths, Caller browser, Caller program) {
        for (String path : paths) {
            all.put(who + " " + path, () -> browser.get(path));
            all.put(who + " /api/v1" + path, () -> program.get("/api/v1" + path));
        }
    }
}
