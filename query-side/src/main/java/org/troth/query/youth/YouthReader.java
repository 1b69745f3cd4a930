package org.troth.query.youth;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Records;
import org.troth.query.reading.Visit;
import org.troth.query.youth.OwnYouth.Own;
import org.troth.query.youth.YouthFile.Consent;
import org.troth.query.youth.YouthFile.Guardian;
import org.troth.query.youth.YouthFile.Other;
import org.troth.query.youth.YouthFile.Word;
import org.troth.query.youth.YouthViews.ConsentRow;
import org.troth.query.youth.YouthViews.GuardianRow;
import org.troth.query.youth.YouthViews.PersonRow;
import org.troth.query.youth.YouthViews.WordRow;
import org.troth.query.youth.YouthViews.YouthRow;

/** Shows young people and their guardians, each look on the record first. */
@Component
class YouthReader {

    private static final YouthRow OF_AGE = new YouthRow(null, false, null);

    private final YouthViews views;
    private final Records records;
    private final Reading reading;

    YouthReader(YouthViews views, Records records, Reading reading) {
        this.views = views;
        this.records = records;
        this.reading = reading;
    }

    YouthFile one(Visit visit, UUID participant) {
        PersonRow person = views.person(participant).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        List<GuardianRow> beside = views.besideOf(participant);
        Portion portion = new Portion().participant(participant, person.name());
        beside.forEach(each -> portion.participant(participant, each.name()));
        Opened opened = reading.show(visit, portion);
        Optional<YouthRow> found = views.of(participant);
        YouthRow youth = found.orElse(OF_AGE);
        List<WordRow> words = views.wordsOf(participant);
        return new YouthFile(
                participant,
                opened.say(person.name()),
                found.isPresent() && !youth.came(),
                youth.ofAgeOn(),
                youth.came(),
                youth.alone(),
                guardians(beside, opened),
                beside.stream()
                        .filter(each -> each.standing() == null)
                        .map(each -> new Other(each.number(), opened.say(each.name())))
                        .toList(),
                views.consentsOf(List.of(participant)).stream()
                        .map(each -> consent(each, words))
                        .toList());
    }

    private static List<Guardian> guardians(List<GuardianRow> beside, Opened opened) {
        return beside.stream().flatMap(each -> guardian(each, opened).stream()).toList();
    }

    private static Optional<Guardian> guardian(GuardianRow row, Opened opened) {
        String standing = row.standing();
        String check = row.check();
        return standing == null || check == null
                ? Optional.empty()
                : Optional.of(new Guardian(row.number(), opened.say(row.name()), standing, check));
    }

    private static Consent consent(ConsentRow row, List<WordRow> words) {
        return new Consent(
                row.id(),
                row.purpose(),
                row.recipient(),
                row.state(),
                row.asked(),
                words.stream()
                        .filter(each -> each.consent().equals(row.id()))
                        .map(each -> new Word(each.guardian(), each.yes()))
                        .toList());
    }

    OwnYouth own(Visit visit) {
        UUID self = visit.actor().person();
        if (self == null) {
            throw reading.hidden(visit, null, "unknown");
        }
        List<UUID> all = records.of(self);
        Portion portion = new Portion();
        all.forEach(each -> portion.participant(each));
        reading.show(visit, portion);
        List<YouthRow> found =
                all.stream().flatMap(each -> views.of(each).stream()).toList();
        boolean minor = found.stream().anyMatch(each -> !each.came());
        return new OwnYouth(
                minor,
                !minor && !found.isEmpty(),
                found.stream().anyMatch(each -> each.alone() != null),
                views.consentsOf(all).stream()
                        .map(each -> new Own(each.id(), each.purpose(), each.recipient(), each.state()))
                        .toList());
    }
}
