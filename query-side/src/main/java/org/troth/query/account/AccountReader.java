package org.troth.query.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.query.account.AccountViews.Row;
import org.troth.query.account.AccountViews.TokenRow;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** Shows accounts to those who keep them, and everybody their own. */
@Component
class AccountReader {

    private static final int PAGE = 20;
    private static final Set<String> OF_PERSONS = Set.of(Role.PARTICIPANT.name(), Role.VOLUNTEER.name());

    /** What a keeper of accounts can give somebody, in the words of the page. */
    static final List<String> TO_GIVE = List.of(
            Role.COORDINATOR.name(),
            Role.PERSON,
            Role.SECOND_CONTACT.name(),
            Role.AUDITOR.name(),
            Role.ADMINISTRATOR.name());

    private final AccountViews views;
    private final Reading reading;
    private final Clock clock;

    AccountReader(AccountViews views, Reading reading, Clock clock) {
        this.views = views;
        this.reading = reading;
        this.clock = clock;
    }

    AccountList list(Visit visit, @Nullable Long before) {
        List<Row> rows = views.newest(before == null ? Long.MAX_VALUE : before, PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<Row> shown = more ? rows.subList(0, PAGE) : rows;
        Portion portion = new Portion();
        shown.forEach(row -> portion.account(row.id(), row.name()));
        Opened opened = reading.show(visit, portion);
        return new AccountList(
                shown.stream().map(row -> view(row, opened)).toList(),
                more ? shown.get(PAGE - 1).position() : null,
                views.hasSecondContact());
    }

    AccountView one(Visit visit, UUID account) {
        Row row = views.one(account).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        return view(row, reading.show(visit, new Portion().account(account, row.name())));
    }

    /** The reader's own account: nothing of it is sealed, so nothing is opened. */
    OwnAccount own(Actor actor) {
        UUID account = actor.account().value();
        Instant now = clock.instant();
        Optional<Row> there = views.one(account);
        return new OwnAccount(
                account,
                actor.roles().stream().map(Enum::name).sorted().toList(),
                there.map(Row::factorSince).orElse(null),
                there.map(Row::passkeys).orElse(0),
                views.tokensOf(account).stream().map(row -> token(row, now)).toList());
    }

    private static OwnAccount.Token token(TokenRow row, Instant now) {
        return new OwnAccount.Token(
                row.id(),
                row.issuedAt(),
                row.expiresAt(),
                row.revokedAt(),
                row.revokedAt() == null && row.expiresAt().isAfter(now));
    }

    /** That somebody asks for help is none of a keeper's business, so a participant's role and a volunteer's look the same. */
    private static List<String> forKeepers(List<String> roles) {
        return roles.stream()
                .map(role -> OF_PERSONS.contains(role) ? Role.PERSON : role)
                .distinct()
                .toList();
    }

    private static AccountView view(Row row, Opened opened) {
        return new AccountView(
                row.id(),
                opened.say(row.name()),
                row.state(),
                forKeepers(row.roles()),
                row.invitedAt(),
                row.codeExpiresAt(),
                row.factorSince(),
                row.passkeys(),
                row.resetAt(),
                row.resetBy(),
                row.position());
    }
}
