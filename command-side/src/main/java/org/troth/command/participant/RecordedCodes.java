package org.troth.command.participant;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.troth.events.participant.EnquiryCodes;
import org.troth.events.recording.Precondition;

/** Answers from the claims of enquiries and their streams which of them a code opens. */
@Component
class RecordedCodes implements EnquiryCodes {

    private final Receipts receipts;

    RecordedCodes(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public Optional<EnquiryCodes.Held> heldBy(String typed) {
        ReceiptCode code = ReceiptCode.typed(typed);
        return code.isWhole()
                ? receipts.heldBy(code)
                        .map(held -> new EnquiryCodes.Held(
                                held.participant(),
                                receipts.claim(code),
                                new Precondition(
                                        held.participant().toString(),
                                        held.facts().size() - 1L)))
                : Optional.empty();
    }
}
