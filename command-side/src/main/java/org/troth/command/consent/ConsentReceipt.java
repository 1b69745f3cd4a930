package org.troth.command.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The receipt of one consent, with the field names of ISO/IEC TS 27560:2023. A receipt needs only its schema and its
 * identifier; whatever the programme has not stated is absent, and nothing is made up.
 *
 * @param receiptId and the record's: the consent itself
 * @param piiPrincipalId the participant
 * @param eventState requested, given, refused, withdrawn or expired; invalidated where they were not of age and what has to stand
 *     beside their own yes does not, or not any more
 */
@JsonNaming(SnakeCaseStrategy.class)
record ConsentReceipt(
        String schemaVersion,
        String receiptId,
        String recordId,
        String piiPrincipalId,
        String eventState,
        List<Processing> piiProcessing,
        List<Party> partyIdentification,
        List<Event> event) {

    static final String SCHEMA = "ISO/IEC TS 27560:2023";

    /**
     * What was asked for.
     *
     * @param privacyNotice the text that was shown
     * @param understandingCheck the questions that were answered about it; absent when they were not
     * @param readingLevel how hard the text is to read; absent where that is not measured
     * @param validThrough the last day; absent: until it is taken back
     * @param piiControllers the party that keeps the record
     * @param recipientThirdParties the one agency it would go to; none for the programme's own purposes
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Processing(
            PublishedNotice privacyNotice,
            String language,
            String purpose,
            String purposeType,
            String lawfulBasis,
            List<Information> piiInformation,
            List<String> piiControllers,
            List<String> recipientThirdParties,
            @Nullable LocalDate validThrough,
            @Nullable PublishedNotice understandingCheck,
            @Nullable String readingLevel,
            String withdrawalMethod,
            List<String> privacyRights) {}

    /** A published text by name, version and the SHA-256 of what was shown. */
    @JsonNaming(SnakeCaseStrategy.class)
    record PublishedNotice(String name, int version, String sha256) {}

    /** A class of words; saying no to it is always possible. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Information(String piiType, boolean piiOptional) {}

    /** Who takes part. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Party(String partyId, String partyName, String partyType) {}

    /**
     * What happened, as it stands on the record.
     *
     * @param validityDuration from that day through the last, as ISO 8601 writes it; absent where it opens no time
     * @param entityId the participant, the programme, or a guardian, who is never named
     * @param eventState what the consent was from then on
     * @param law by which it was decided; absent where nothing was decided
     * @param position its place in the whole record
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Event(
            Instant eventTime,
            @Nullable String validityDuration,
            String entityId,
            String eventType,
            String eventState,
            @Nullable String law,
            long position) {}
}
