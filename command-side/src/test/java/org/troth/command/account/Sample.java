package org.troth.command.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.troth.command.record.MemorySealing;
import org.troth.events.AccountId;
import org.troth.events.FactorId;
import org.troth.events.TokenId;
import org.troth.events.account.AccountEvent.AccountInvited;
import org.troth.events.account.AccountEvent.PasskeyAdded;
import org.troth.events.account.AccountEvent.PasswordChosen;
import org.troth.events.account.PasskeyPlace;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;

/** One account and the moments around it, for the tests of what may happen to it. */
final class Sample {

    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    static final Instant LATER = NOW.plus(Duration.ofDays(7));
    static final AccountId ACCOUNT = new AccountId(UUID.fromString("00000000-0000-4000-8000-0000000000a1"));
    static final AccountId ADMINISTRATOR = new AccountId(UUID.fromString("00000000-0000-4000-8000-0000000000a2"));
    static final UUID PERSON = UUID.fromString("00000000-0000-4000-8000-0000000000b1");
    static final TokenId TOKEN = new TokenId(UUID.fromString("00000000-0000-4000-8000-0000000000c1"));
    static final Sealed NAME = new MemorySealing().seal(Words.ACCOUNT_NAME, ACCOUNT.value(), "somebody");
    static final Sealed VERIFIER = new MemorySealing().seal(Words.ACCOUNT_PASSWORD, ACCOUNT.value(), "something");
    static final FactorId FACTOR = new FactorId(UUID.fromString("00000000-0000-4000-8000-0000000000d1"));
    static final Sealed SECRET = new MemorySealing().seal(Words.ACCOUNT_FACTOR, ACCOUNT.value(), "a key");
    static final FactorId PASSKEY = new FactorId(UUID.fromString("00000000-0000-4000-8000-0000000000e1"));
    static final Sealed CREDENTIAL = new MemorySealing().seal(Words.ACCOUNT_PASSKEY, ACCOUNT.value(), "a passkey");
    static final PasskeyAdded MADE = new PasskeyAdded(ACCOUNT, PASSKEY, PasskeyPlace.PHONE, CREDENTIAL);
    static final AccountInvited INVITED = new AccountInvited(ACCOUNT, NAME, null, LATER);
    static final AccountInvited PERSON_INVITED = new AccountInvited(ACCOUNT, NAME, PERSON, LATER);
    static final PasswordChosen OPENED = new PasswordChosen(ACCOUNT, VERIFIER);

    private Sample() {}

    static AggregateTestFixture<Account> fixture() {
        AggregateTestFixture<Account> fixture = new AggregateTestFixture<>(Account.class);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        return fixture;
    }
}
