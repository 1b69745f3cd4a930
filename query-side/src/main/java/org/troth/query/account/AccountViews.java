package org.troth.query.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.reading.Columns;

/** What is asked about accounts. */
@Repository
class AccountViews {

    private static final int TOKENS = 50;

    /** An account; its name is sealed. */
    record Row(
            UUID id,
            @Nullable Sealed name,
            String state,
            List<String> roles,
            Instant invitedAt,
            @Nullable Instant codeExpiresAt,
            @Nullable Instant factorSince,
            int passkeys,
            @Nullable Instant resetAt,
            @Nullable UUID resetBy,
            long position) {}

    /** A token of an account. */
    record TokenRow(
            UUID id,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable Instant revokedAt) {}

    private static final String ACCOUNTS = """
            select a.*, case when a.left_at is not null then 'LEFT' when a.locked then 'LOCKED'
                             when a.password_at is null then 'INVITED' else 'OPEN' end as state,
                   least(a.factor_at, (select min(p.added_at) from account_passkey p where p.account = a.id)) as second_since,
                   (select count(*) from account_passkey p where p.account = a.id) as passkeys,
                   (select string_agg(r.role, ' ' order by r.role) from account_role r where r.account = a.id) as roles
              from account a
            """;

    private final JdbcClient jdbc;

    AccountViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> newest(long before, int limit) {
        return jdbc.sql(ACCOUNTS + " where a.invited_position < ? order by a.invited_position desc limit ?")
                .params(before, limit)
                .query((row, at) -> row(row))
                .list();
    }

    /** Whether an open account has that role. */
    boolean hasSecondContact() {
        return jdbc.sql("select exists (" + ACCOUNTS + """
                         where a.left_at is null and not a.locked and a.password_at is not null
                           and exists (select from account_role r where r.account = a.id and r.role = 'SECOND_CONTACT'))
                        """).query(Boolean.class).single();
    }

    Optional<Row> one(UUID account) {
        return jdbc.sql(ACCOUNTS + " where a.id = ?")
                .param(account)
                .query((row, at) -> row(row))
                .optional();
    }

    List<TokenRow> tokensOf(UUID account) {
        return jdbc.sql("select * from account_token where account = ? order by issued_at desc limit ?")
                .params(account, TOKENS)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new TokenRow(
                            columns.id("token"),
                            columns.at("issued_at"),
                            columns.at("expires_at"),
                            columns.atOrNone("revoked_at"));
                })
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        UUID id = columns.id("id");
        return new Row(
                id,
                columns.words("name", Words.ACCOUNT_NAME, id),
                columns.code("state"),
                columns.codes("roles"),
                columns.at("invited_at"),
                columns.atOrNone("code_expires_at"),
                columns.atOrNone("second_since"),
                columns.count("passkeys"),
                columns.atOrNone("reset_at"),
                columns.idOrNone("reset_by"),
                columns.number("invited_position"));
    }
}
