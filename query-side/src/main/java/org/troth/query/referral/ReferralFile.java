package org.troth.query.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/**
 * One referral and how it stands.
 *
 * @param packet what left, and nothing else
 * @param recalledAt when it was called back, since its consent was taken back
 * @param toldOn the day on which the agency was given the notice of that
 * @param toldBy how they were given it
 * @param task how it stands as a FHIR task, such as in-progress
 * @param whyNot why the agency cannot help, if they said so; why it was judged not right, where nothing was offered
 * @param answeredByAgency whether the agency answered itself, and nobody noted it for them
 * @param openingUntil until when the agency can open it, if a link was made that was not used
 * @param openedAt when the agency last began to look at it
 * @param unansweredSince the day by which the agency was to answer and had not
 * @param noteState how the note without content to the agency stands, that something was sent to it; absent before, and where it was
 *     sent before there were such notes
 * @param noteReason why that note did not leave
 * @param noteAt since when it stands so
 */
record ReferralFile(
        UUID id,
        UUID participant,
        @Nullable Told participantName,
        @Nullable UUID service,
        @Nullable String serviceName,
        @Nullable UUID agency,
        @Nullable String agencyName,
        String need,
        String state,
        @Nullable UUID consent,
        List<String> classes,
        @Nullable Told packet,
        @Nullable String notice,
        @Nullable Integer noticeVersion,
        @Nullable String outcome,
        @Nullable Told outcomeWords,
        Instant offeredAt,
        @Nullable Instant sentAt,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt,
        @Nullable Instant recalledAt,
        @Nullable LocalDate toldOn,
        @Nullable String toldBy,
        String task,
        @Nullable Instant startedAt,
        @Nullable String whyNot,
        boolean answeredByAgency,
        @Nullable Instant openingUntil,
        @Nullable Instant openedAt,
        @Nullable LocalDate unansweredSince,
        @Nullable String noteState,
        @Nullable String noteReason,
        @Nullable Instant noteAt) {}
