package org.troth.command.consent;

import java.text.Bidi;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.consent.ConsentRequest.ConsentConversation;
import org.troth.command.consent.ConsentRequest.ConsentQuestion;
import org.troth.command.consent.ConsentRequest.PublishedText;
import org.troth.command.consent.ConsentRequest.QuestionToAnswer;
import org.troth.command.consent.ConsentRequest.QuestionsToAnswer;
import org.troth.command.consent.ConsentRequest.TextChoice;
import org.troth.command.consent.ConsentRequest.TextToRead;
import org.troth.command.consent.ConsentRequest.UnderstandingCheck;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.command.law.HouseLaw;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.consent.ConsentEvent;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.Interpreting;
import org.troth.events.consent.ConsentEvent.ReadingLevel;
import org.troth.events.consent.ConsentEvent.ShownText;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.directory.AgencyListing;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.IntakeCorrected;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Unit;
import org.troth.events.youth.Guardianship;

/**
 * Takes in what is asked about consent. Nobody but the participant agrees, with their own account; a No, and a yes that is
 * taken back, a coordinator may write down for them.
 */
@Component
class ConsentDesk {

    /** Refused because whoever supports people never signs for one of them, whatever else they may do. */
    private static final String NEVER_BY_SUPPORTER = "consent-never-by-supporter";

    /** Refused because nobody agrees for somebody else, whatever they were told. */
    private static final String OWN_ACCOUNT_ONLY = "consent-own-account";

    private static final String ENGLISH = "en";

    private final Dispatch dispatch;
    private final Permits permits;
    private final ConsentTexts texts;
    private final AgencyListing agencies;
    private final RecordedConsents consents;
    private final AskedConsents numbers;
    private final Clock clock;

    ConsentDesk(
            Dispatch dispatch,
            Permits permits,
            ConsentTexts texts,
            AgencyListing agencies,
            RecordedConsents consents,
            AskedConsents numbers,
            Clock clock) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.texts = texts;
        this.agencies = agencies;
        this.consents = consents;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** The answer is the new consent's identifier. */
    Outcome ask(Asked asked, ConsentQuestion said) {
        String route = "POST /consents";
        permits.coordinator(asked, route, null);
        Fields fields = new Fields();
        var participant = fields.id("participant", said.participant(), ParticipantId::new);
        var purpose = fields.choice("purpose", said.purpose(), Purpose.class);
        var agency = fields.idIfAny("agency", said.agency(), AgencyId::new);
        var classes = fields.choices("classes", said.classes(), DataClass.class);
        var language = isAbsent(said.language())
                ? fields.language("language", ENGLISH)
                : fields.language("language", said.language());
        var lastDay = fields.dayIfAny("lastDay", said.lastDay());
        fields.check();
        LocalDate day = lastDay.orNull();
        String spoken = spokenBy(participant.get());
        AgencyId recipient = agency.orNull();
        if (recipient != null && agencies.of(recipient).isEmpty()) {
            throw ConsentRefused.agencyUnknown();
        }
        String wanted = isAbsent(said.language()) ? null : language.get();
        ShownText text = text(purpose.get(), spoken, wanted, isMinor(participant.get()));
        ConsentId id = new ConsentId(UUID.randomUUID());
        return AskedConsents.trying(() -> dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                What.of(route, participant.get(), purpose.get(), recipient, classes.get(), text.language(), day),
                () -> {
                    Guardianship.Standing standing = consents.standing(participant.get());
                    return new Intent(
                            new AskConsent(
                                    id,
                                    participant.get(),
                                    purpose.get(),
                                    recipient == null ? Recipient.programme() : Recipient.agency(recipient),
                                    Set.copyOf(classes.get()),
                                    text(purpose.get(), spoken, wanted, consents.isMinor(standing)),
                                    day == null ? lastDayUnsaid(purpose.get()) : day,
                                    null),
                            numbered(asked, id, participant.get(), purpose.get())
                                    .provided(standing.preconditions()),
                            id.toString());
                }));
    }

    /** The last day of what is asked for today, where none is said; absent where it need have none. */
    @Nullable
    LocalDate lastDayUnsaid(Purpose purpose) {
        return purpose == Purpose.SHARING ? HouseLaw.sharingLastsUntil(LocalDate.now(clock)) : null;
    }

    /** The unit of something that is said to this question, by which it is found among what this person was asked. */
    Unit numbered(Asked asked, ConsentId id, ParticipantId participant, Purpose purpose) {
        return numbers.numbering(new Unit(asked.actor(), asked.request()), id, participant, purpose);
    }

    /** What they say themselves under another of their records holds as long as the two are one person. */
    private Unit numbered(Asked asked, String route, ConsentId id, ConsentAsked question) {
        return numbers.numbering(
                permits.asThemselves(asked, route, question.participant().value()),
                id,
                question.participant(),
                question.purpose());
    }

    private boolean isMinor(ParticipantId participant) {
        return consents.isMinor(consents.standing(participant));
    }

    private ShownText text(Purpose purpose, String spoken, @Nullable String wanted, boolean young) {
        return wanted == null ? inLanguage(purpose, spoken, young) : shown(purpose, wanted, young);
    }

    /** The newest text in the language that somebody speaks, or else in English; for whoever is not of age in words for them. */
    ShownText inLanguage(Purpose purpose, String spoken, boolean young) {
        return texts.newest(purpose, spoken, young)
                .map(ConsentDesk::shown)
                .orElseGet(() -> shown(purpose, ENGLISH, young));
    }

    private ShownText shown(Purpose purpose, String language, boolean young) {
        PublishedText text = texts.newest(purpose, language, young)
                .orElseThrow(() -> new Invalid("language", "no-text", Phrase.of("command.consent.no-text")));
        return shown(text);
    }

    private static ShownText shown(PublishedText text) {
        return new ShownText(text.name(), text.version(), text.language(), text.sha256());
    }

    private static boolean isAbsent(@Nullable String language) {
        return language == null || language.isBlank();
    }

    /** The language that the participant was last heard to speak. */
    String spokenBy(ParticipantId participant) {
        String spoken = ENGLISH;
        for (RecordedFact each : permits.onRecord(participant, ParticipantEvent.class)) {
            if (each.fact() instanceof EnquiryReceived fact) {
                spoken = fact.language();
            } else if (each.fact() instanceof IntakeCompleted fact) {
                spoken = fact.language();
            } else if (each.fact() instanceof IntakeCorrected fact && fact.language() != null) {
                spoken = fact.language();
            }
        }
        return spoken;
    }

    Outcome give(Asked asked, ConsentId id) {
        String route = "POST /consents/{id}/agreement";
        ConsentAsked question = onlyByOwnAccount(asked, route, id);
        return permits.recordingRefusals(
                asked,
                route,
                question.participant().value(),
                () -> AskedConsents.trying(() ->
                        dispatch.act(asked.actor(), asked.request(), asked.key(), What.of(route, id), () -> {
                            List<Precondition> still = inTheirWords(question);
                            return new Intent(
                                    new GiveConsent(id),
                                    numbered(asked, route, id, question).provided(still),
                                    id.toString());
                        })));
    }

    /** Whether they are of age may have changed since they were asked: then it is asked anew, in the words for them now. */
    private List<Precondition> inTheirWords(ConsentAsked question) {
        Guardianship.Standing standing = consents.standing(question.participant());
        if (consents.isMinor(standing) != ConsentEvent.isForYoung(question)) {
            throw ConsentRefused.otherWords();
        }
        return standing.preconditions();
    }

    /** Wrong answers are answered with the passages to read again; nothing of them is kept. */
    Outcome understand(Asked asked, ConsentId id, UnderstandingCheck said) {
        String route = "POST /consents/{id}/understanding";
        ConsentAsked question = onlyByOwnAccount(asked, route, id);
        PublishedText text = texts.asShown(question.text());
        TextQuestions about = texts.questionsAbout(text);
        about.check(
                said.answers() == null ? List.of() : said.answers(),
                texts.words(text).again());
        ReadingLevel reading = ReadingGrade.of(text.text(), text.language()).orElse(null);
        return answered(asked, route, id, question, each -> new NoteUnderstanding(each, about.shown(), reading));
    }

    Outcome talkThrough(Asked asked, ConsentId id, ConsentConversation said) {
        String route = "POST /consents/{id}/conversations";
        ConsentAsked question = onlyTheParticipant(asked, route, id);
        permits.coordinator(asked, route, question.participant().value());
        Fields fields = new Fields();
        var medium = fields.code("medium", said.medium(), CodeList.MEDIUM);
        var language = fields.language("language", said.language());
        var interpreting = fields.choice("interpreting", said.interpreting(), Interpreting.class);
        fields.check();
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                What.of(route, id, medium.get(), language.get(), interpreting.get()),
                () -> new Intent(
                        new NoteConversation(id, medium.get(), language.get(), interpreting.get()),
                        new Unit(asked.actor(), asked.request()),
                        id.toString()));
    }

    Outcome decline(Asked asked, ConsentId id) {
        return answer(asked, "POST /consents/{id}/refusal", id, DeclineConsent::new);
    }

    Outcome withdraw(Asked asked, ConsentId id) {
        return answer(asked, "POST /consents/{id}/withdrawal", id, WithdrawConsent::new);
    }

    private Outcome answer(Asked asked, String route, ConsentId id, Function<ConsentId, Object> command) {
        return answered(asked, route, id, onlyTheParticipant(asked, route, id), command);
    }

    private Outcome answered(
            Asked asked, String route, ConsentId id, ConsentAsked question, Function<ConsentId, Object> command) {
        return permits.recordingRefusals(
                asked,
                route,
                question.participant().value(),
                () -> AskedConsents.trying(() -> dispatch.act(
                        asked.actor(),
                        asked.request(),
                        asked.key(),
                        What.of(route, id),
                        () -> new Intent(command.apply(id), numbered(asked, route, id, question), id.toString()))));
    }

    /** The question and its state, for those who may answer it; that it was shown is on the record first. */
    Opened open(Asked asked, PurposeOfUse purpose, String route, ConsentId id) {
        ConsentAsked question = onlyTheParticipant(asked, route, id);
        permits.show(
                asked,
                purpose,
                route,
                SubjectKind.PARTICIPANT,
                question.participant().value(),
                null);
        ConsentHistory history = consents.history(id);
        AgencyId agency = history.agency();
        PublishedText text = texts.asShown(question.text());
        return new Opened(
                question,
                history,
                text,
                texts.questionsAbout(text),
                texts.words(text),
                agency == null
                        ? Phrase.of("command.consent.the-programme")
                        : agencies.of(agency)
                                .map(AgencyListing.Listing::name)
                                .map(Phrase::english)
                                .orElseThrow(NotOnRecord::new),
                consents.beside(id, history),
                consents.decidesAlone(question),
                consents.waitsForAge(question));
    }

    /**
     * A consent as it is shown to be answered.
     *
     * @param recipient the agency's own name, or the programme
     * @param beside why what they agreed to is not in force, as a code, where they were not of age; absent where it is, or they did not agree
     * @param alone whether they agree to it alone, though they are not of age
     * @param waits whether nobody is asked beside them, and it waits until they are of age
     */
    record Opened(
            ConsentAsked question,
            ConsentHistory history,
            PublishedText text,
            TextQuestions questions,
            AnswerWords words,
            Phrase recipient,
            @Nullable String beside,
            boolean alone,
            boolean waits) {

        /** The classes of words that it is about. */
        List<Phrase> classes() {
            return question.classes().stream()
                    .sorted()
                    .map(each -> Phrase.of("command.consent.class." + each.name()))
                    .toList();
        }

        /** What it is for. */
        Phrase purpose() {
            return Phrase.of("command.consent.purpose." + question.purpose().name());
        }

        /** Whether it was asked in the words for people who are not of age. */
        boolean young() {
            return ConsentEvent.isForYoung(question);
        }

        TextToRead toRead() {
            List<QuestionToAnswer> toAnswer = questions.questions().stream()
                    .map(each -> new QuestionToAnswer(
                            each.words(),
                            each.choices().stream()
                                    .map(choice -> new TextChoice(
                                            choice.value(), choice.label().english()))
                                    .toList()))
                    .toList();
            ShownText shown = questions.shown();
            return new TextToRead(
                    text.name(),
                    text.version(),
                    text.language(),
                    direction(),
                    text.sha256(),
                    text.text(),
                    ReadingGrade.of(text.text(), text.language()).orElse(null),
                    history.understood(),
                    new QuestionsToAnswer(shown.name(), shown.version(), shown.sha256(), toAnswer));
        }

        private String direction() {
            return new Bidi(text.text(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? "ltr" : "rtl";
        }
    }

    /** Whoever supports somebody, and whoever writes things down for them, never signs for them. */
    private ConsentAsked onlyByOwnAccount(Asked asked, String route, ConsentId id) {
        ConsentAsked question = onlyTheParticipant(asked, route, id);
        UUID participant = question.participant().value();
        if (!permits.isSelf(asked, participant) || !asked.actor().is(Role.PARTICIPANT)) {
            throw permits.refuse(asked, route, participant, OWN_ACCOUNT_ONLY);
        }
        return question;
    }

    /** Returns the question to the participant and to a coordinator; else records the refusal and throws. */
    ConsentAsked onlyTheParticipant(Asked asked, String route, ConsentId id) {
        ConsentAsked question = consents.history(id).asked();
        UUID participant = question == null ? null : question.participant().value();
        if (asked.actor().is(Role.VOLUNTEER) && !permits.isSelf(asked, participant)) {
            throw permits.refuse(asked, route, participant, NEVER_BY_SUPPORTER);
        }
        permits.selfOrCoordinator(asked, route, participant);
        if (question == null) {
            throw new NotOnRecord();
        }
        return question;
    }

    void mayOpenQuestionForm(Asked asked, ParticipantId participant) {
        permits.coordinator(asked, "GET /consents/new", participant.value());
        permits.onRecord(participant, ParticipantEvent.class);
    }
}
