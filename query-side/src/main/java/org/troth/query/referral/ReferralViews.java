package org.troth.query.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.reading.Columns;

/** What is asked about one referral. */
@Repository
class ReferralViews {

    /** A referral; words are sealed. */
    record Row(
            UUID id,
            UUID participant,
            @Nullable Sealed participantName,
            @Nullable UUID service,
            @Nullable String serviceName,
            @Nullable UUID agency,
            @Nullable String agencyName,
            String need,
            String state,
            @Nullable UUID consent,
            List<String> classes,
            @Nullable Sealed packet,
            @Nullable String notice,
            int noticeVersion,
            @Nullable String outcome,
            @Nullable Sealed outcomeWords,
            Instant offeredAt,
            @Nullable Instant sentAt,
            @Nullable Instant answeredAt,
            @Nullable Instant closedAt,
            @Nullable Instant recalledAt,
            @Nullable LocalDate toldOn,
            @Nullable String toldBy,
            TaskStatus task,
            Instant movedAt,
            @Nullable Instant startedAt,
            @Nullable String whyNot,
            boolean answeredByAgency,
            @Nullable Instant openingUntil,
            @Nullable Instant openedAt,
            @Nullable LocalDate unansweredSince,
            @Nullable String noteState,
            @Nullable String noteReason,
            @Nullable Instant noteAt) {}

    private final JdbcClient jdbc;

    ReferralViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> one(UUID referral) {
        return jdbc.sql("""
            select r.*, p.name as participant_name, s.name as service_name, a.name as agency_name
              from referral r join participant p on p.id = r.participant
              left join service s on s.id = r.service
              left join agency a on a.id = r.agency
             where r.id = ?
            """)
                .param(referral)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    UUID participant = columns.id("participant");
                    return new Row(
                            columns.id("id"),
                            participant,
                            columns.words("participant_name", Words.PARTICIPANT_NAME, participant),
                            columns.idOrNone("service"),
                            columns.codeOrNone("service_name"),
                            columns.idOrNone("agency"),
                            columns.codeOrNone("agency_name"),
                            columns.code("need"),
                            columns.code("state"),
                            columns.idOrNone("consent"),
                            columns.codes("classes"),
                            columns.words("packet", Words.REFERRAL_PACKET, participant),
                            columns.codeOrNone("notice_name"),
                            columns.count("notice_version"),
                            columns.codeOrNone("outcome"),
                            columns.words("outcome_words", Words.REFERRAL_OUTCOME, participant),
                            columns.at("offered_at"),
                            columns.atOrNone("sent_at"),
                            columns.atOrNone("answered_at"),
                            columns.atOrNone("closed_at"),
                            columns.atOrNone("recalled_at"),
                            columns.dayOrNone("told_on"),
                            columns.codeOrNone("told_by"),
                            TaskStatus.of(columns.code("task")),
                            columns.at("moved_at"),
                            columns.atOrNone("started_at"),
                            columns.codeOrNone("why_not"),
                            columns.flag("answered_by_agency"),
                            columns.atOrNone("opening_until"),
                            columns.atOrNone("opened_at"),
                            columns.dayOrNone("unanswered_since"),
                            columns.codeOrNone("note_state"),
                            columns.codeOrNone("note_reason"),
                            columns.atOrNone("note_at"));
                })
                .optional();
    }
}
