package org.troth.command.conflict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Lookups;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;

/**
 * What names are compared by: keyed tags, beside the keyed tag of whose names they are. Holds no name and no identifier of a
 * person. What stands on somebody's list their stream says; a tag of what does not stand there counts for nothing.
 */
@Component
class NameTags {

    /** The tags of one entry, parted like the keys they were made of. */
    record Tagged(Set<String> whole, Set<String> parts) {}

    private final Lookups lookups;
    private final Tags tags;

    NameTags(Lookups lookups, Tags tags) {
        this.lookups = lookups;
        this.tags = tags;
    }

    /** Kept before the entry itself is on the record, so that no entry is ever without. */
    void keep(UUID person, UUID entry, NameKeys keys) {
        String rows = Stream.concat(
                        keys.whole().stream().map(each -> "w" + tag(each)),
                        keys.parts().stream().map(each -> "p" + tag(each)))
                .collect(Collectors.joining(","));
        lookups.run(client -> client.sql("""
                        insert into lookups.conflict_name (owner, entry, tag, part)
                        select :owner, :entry, decode(substr(row_text, 2), 'hex'), left(row_text, 1) = 'p'
                          from unnest(string_to_array(:rows, ',')) as made(row_text)
                        on conflict do nothing""")
                .param("owner", owner(person))
                .param("entry", entry)
                .param("rows", rows)
                .update());
    }

    /** By entry; one that has no tags is not in it. */
    Map<UUID, Tagged> of(UUID person) {
        Map<UUID, Tagged> entries = new HashMap<>();
        lookups.run(client -> client
                .sql("select entry, tag, part from lookups.conflict_name where owner = :owner")
                .param("owner", owner(person))
                .query((row, number) -> add(entries, row))
                .list());
        return entries;
    }

    private static boolean add(Map<UUID, Tagged> entries, ResultSet row) throws SQLException {
        Tagged tagged = entries.computeIfAbsent(
                row.getObject("entry", UUID.class), any -> new Tagged(new HashSet<>(), new HashSet<>()));
        return (row.getBoolean("part") ? tagged.parts() : tagged.whole())
                .add(HexFormat.of().formatHex(row.getBytes("tag")));
    }

    void forget(UUID person, UUID entry) {
        lookups.run(client -> client.sql("delete from lookups.conflict_name where owner = :owner and entry = :entry")
                .param("owner", owner(person))
                .param("entry", entry)
                .update());
    }

    void forgetAll(UUID person) {
        lookups.run(client -> client.sql("delete from lookups.conflict_name where owner = :owner")
                .param("owner", owner(person))
                .update());
    }

    private byte[] owner(UUID person) {
        return tags.tag(TagKind.CONFLICT_PERSON, person.toString());
    }

    private String tag(String key) {
        return HexFormat.of().formatHex(tags.tag(TagKind.CONFLICT_NAME, key));
    }
}
