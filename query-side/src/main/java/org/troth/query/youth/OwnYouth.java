package org.troth.query.youth;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What young people see of themselves. Never why they decide alone, and never their day: somebody may look over their shoulder.
 *
 * @param minor whether it is noted that they are not of age yet
 * @param came whether they came of age with the programme
 * @param alone whether they decide alone
 */
record OwnYouth(boolean minor, boolean came, boolean alone, List<Own> consents) {

    /** What was asked of them, and how it stands. */
    record Own(UUID id, String purpose, @Nullable String recipient, String state) {}
}
