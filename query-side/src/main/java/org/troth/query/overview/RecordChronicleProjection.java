package org.troth.query.overview;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.account.AccountEvent.AccountInvited;
import org.troth.events.account.AccountEvent.AccountLeft;
import org.troth.events.account.AccountEvent.AccountLocked;
import org.troth.events.account.AccountEvent.AccountUnlocked;
import org.troth.events.account.AccountEvent.FactorEnrolled;
import org.troth.events.account.AccountEvent.FactorRemoved;
import org.troth.events.account.AccountEvent.PasskeyAdded;
import org.troth.events.account.AccountEvent.PasskeyRemoved;
import org.troth.events.account.AccountEvent.PasswordChosen;
import org.troth.events.account.AccountEvent.PasswordReset;
import org.troth.events.account.AccountEvent.RecoveryCodeUsed;
import org.troth.events.account.AccountEvent.RecoveryCodesIssued;
import org.troth.events.account.AccountEvent.RoleGiven;
import org.troth.events.account.AccountEvent.RoleTaken;
import org.troth.events.account.AccountEvent.TokenIssued;
import org.troth.events.account.AccountEvent.TokenRevoked;
import org.troth.events.directory.DirectoryEvent.AgencyListed;
import org.troth.events.directory.DirectoryEvent.DirectoryImported;
import org.troth.events.directory.DirectoryEvent.RecordListed;
import org.troth.events.directory.DirectoryEvent.ServiceListed;
import org.troth.events.disclosure.DisclosureEvent.LogRead;
import org.troth.events.disclosure.DisclosureEvent.LookRefused;
import org.troth.events.disclosure.DisclosureEvent.PeopleSearched;
import org.troth.events.disclosure.DisclosureEvent.RecordDisclosed;
import org.troth.events.keys.KeyEvent.KeyCreated;
import org.troth.events.keys.KeyEvent.KeyDestroyed;
import org.troth.events.ledger.LedgerEvent.LedgerOpened;
import org.troth.events.ledger.LedgerEvent.SystemKeyRotated;
import org.troth.events.ledger.LedgerEvent.ViewsRebuilt;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;

/** Tells what happened to accounts, the directory, the keys and the record itself, and who looked. */
@KeepsRows
final class RecordChronicleProjection {

    private final Chronicle chronicle;

    RecordChronicleProjection(Rows rows) {
        chronicle = new Chronicle(rows);
    }

    @EventHandler
    void on(AccountInvited fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.account().value()).tell();
    }

    @EventHandler
    void on(RoleGiven fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .about(fact.account().value())
                .code(fact.role().name())
                .tell();
    }

    @EventHandler
    void on(RoleTaken fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .about(fact.account().value())
                .code(fact.role().name())
                .tell();
    }

    @EventHandler
    void on(PasswordChosen fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.account().value()).tell();
    }

    @EventHandler
    void on(PasswordReset fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.account().value()).tell();
    }

    @EventHandler
    void on(FactorEnrolled fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.account().value()).tell();
    }

    @EventHandler
    void on(FactorRemoved fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.account().value()).tell();
    }

    @EventHandler
    void on(PasskeyAdded fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.account().value()).tell();
    }

    @EventHandler
    void on(PasskeyRemoved fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.account().value()).tell();
    }

    @EventHandler
    void on(RecoveryCodesIssued fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.account().value()).tell();
    }

    @EventHandler
    void on(RecoveryCodeUsed fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.account().value()).tell();
    }

    @EventHandler
    void on(TokenIssued fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.account().value()).tell();
    }

    @EventHandler
    void on(TokenRevoked fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.account().value()).tell();
    }

    @EventHandler
    void on(AccountLocked fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.account().value()).tell();
    }

    @EventHandler
    void on(AccountUnlocked fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.account().value()).tell();
    }

    @EventHandler
    void on(AccountLeft fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.account().value()).tell();
    }

    @EventHandler
    void on(AgencyListed fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.agency().value()).tell();
    }

    @EventHandler
    void on(ServiceListed fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .about(fact.service().value())
                .code(fact.status())
                .tell();
    }

    @EventHandler
    void on(RecordListed fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .about(fact.directoryRecord())
                .code(fact.kind())
                .tell();
    }

    @EventHandler
    void on(DirectoryImported fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .about(fact.directoryImport())
                .code(fact.format())
                .tell();
    }

    @EventHandler
    void on(RecordDisclosed fact, EventMessage<?> message, TrackingToken token) {
        Chronicle.Line line =
                chronicle.of(fact, message, token).code(fact.ground().name());
        switch (fact.subjectKind()) {
            case PARTICIPANT -> line.with(new ParticipantId(fact.subject()));
            case VOLUNTEER -> line.with(new VolunteerId(fact.subject()));
            case ACCOUNT -> line.about(fact.subject());
        }
        line.tellLook(null, fact.purpose());
    }

    @EventHandler
    void on(PeopleSearched fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).code(fact.scope().name()).tellLook(null, fact.purpose());
    }

    @EventHandler
    void on(LogRead fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).tellLook(fact.subject(), fact.purpose());
    }

    @EventHandler
    void on(LookRefused fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).code(fact.rule()).tellLook(fact.subject(), null);
    }

    @EventHandler
    void on(KeyCreated fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .about(fact.owner())
                .code(fact.kind().name())
                .tell();
    }

    @EventHandler
    void on(KeyDestroyed fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .about(fact.owner())
                .code(fact.ground())
                .tell();
    }

    @EventHandler
    void on(LedgerOpened fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .about(fact.ledger())
                .code(fact.mode().name())
                .tell();
    }

    @EventHandler
    void on(SystemKeyRotated fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .about(fact.ledger())
                .code(fact.what())
                .tell();
    }

    @EventHandler
    void on(ViewsRebuilt fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.rebuild()).tell();
    }
}
