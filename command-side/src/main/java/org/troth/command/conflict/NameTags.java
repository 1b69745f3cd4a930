package org.troth.command.conflict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Lookups;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;

/**
 * What names are compared by: keyed tags, beside the keyed tags of whose they are and of the line they stand in. Holds no name
 * and no identifier, neither of a person nor of a line, that is found anywhere else. What stands on somebody's list their
 * stream says; a tag of what does not stand there counts for nothing.
 */
@Component
class NameTags {

    /** The line of a person's own name, which no entry of their list is called. */
    static final String OWN_NAME = "own name";

    /** The line that says that a person's own name is kept by the newest scheme. */
    private static final String KEPT = "scheme " + NameKeys.SCHEME + " of own name";

    /** The line that says that nothing is kept of a person any more. */
    private static final String CLOSED = "no name";

    /** What no name is compared by. */
    private static final NameKeys MARK = new NameKeys(Set.of("="), Set.of());

    /** The tags of one line, parted like the keys they were made of. */
    record Tagged(Set<String> whole, Set<String> parts) {}

    private final Lookups lookups;
    private final Tags tags;

    NameTags(Lookups lookups, Tags tags) {
        this.lookups = lookups;
        this.tags = tags;
    }

    /** Kept before the line itself is on the record, so that no line is ever without; told again, what was kept stays. */
    void keep(UUID person, String line, NameKeys keys) {
        String rows = Stream.concat(
                        keys.whole().stream().map(each -> "w" + tag(each)),
                        keys.parts().stream().map(each -> "p" + tag(each)))
                .collect(Collectors.joining(","));
        lookups.run(client -> client.sql("""
                        insert into lookups.conflict_name (owner, line, tag, part)
                        select :owner, :line, decode(substr(row_text, 2), 'hex'), left(row_text, 1) = 'p'
                          from unnest(string_to_array(:rows, ',')) as made(row_text)
                        on conflict do nothing""")
                .param("owner", owner(person))
                .param("line", line(person, line))
                .param("rows", rows)
                .update());
    }

    /** Keeps a person's own name, and that it is kept by the newest scheme. */
    void keepOwn(UUID person, NameKeys keys) {
        keep(person, OWN_NAME, keys);
        keep(person, KEPT, MARK);
    }

    /** Those of these whose own name is kept by no scheme or an older one, and of whom something may be kept. */
    Set<UUID> unkept(Set<UUID> people) {
        Map<String, UUID> byLine = new HashMap<>();
        for (UUID person : people) {
            byLine.put(HexFormat.of().formatHex(line(person, KEPT)), person);
            byLine.put(HexFormat.of().formatHex(line(person, CLOSED)), person);
        }
        Set<UUID> unkept = new HashSet<>(people);
        lookups.run(client -> client.sql("""
                        select distinct encode(line, 'hex') from lookups.conflict_name
                         where owner = any(select decode(owner_text, 'hex')
                                             from unnest(string_to_array(:owners, ',')) as asked(owner_text))""")
                        .param(
                                "owners",
                                people.stream()
                                        .map(each -> HexFormat.of().formatHex(owner(each)))
                                        .collect(Collectors.joining(",")))
                        .query(String.class)
                        .list())
                .forEach(line -> {
                    UUID person = byLine.get(line);
                    if (person != null) {
                        unkept.remove(person);
                    }
                });
        return unkept;
    }

    /** Whether nothing is to be kept of this person any more. */
    boolean isClosed(UUID person) {
        return of(person, Set.of(CLOSED)).containsKey(CLOSED);
    }

    /** By line, of these lines alone; one that has no tags is not in it. */
    Map<String, Tagged> of(UUID person, Set<String> lines) {
        Map<String, String> byTag = lines.stream()
                .collect(Collectors.toMap(each -> HexFormat.of().formatHex(line(person, each)), Function.identity()));
        Map<String, Tagged> found = new HashMap<>();
        lookups.run(client -> client.sql("select line, tag, part from lookups.conflict_name where owner = :owner")
                .param("owner", owner(person))
                .query((row, number) -> add(found, byTag, row))
                .list());
        return found;
    }

    private static boolean add(Map<String, Tagged> found, Map<String, String> byTag, ResultSet row)
            throws SQLException {
        String line = byTag.get(HexFormat.of().formatHex(row.getBytes("line")));
        if (line == null) {
            return false;
        }
        Tagged tagged = found.computeIfAbsent(line, any -> new Tagged(new HashSet<>(), new HashSet<>()));
        return (row.getBoolean("part") ? tagged.parts() : tagged.whole())
                .add(HexFormat.of().formatHex(row.getBytes("tag")));
    }

    void forget(UUID person, String line) {
        lookups.run(client -> client.sql("delete from lookups.conflict_name where owner = :owner and line = :line")
                .param("owner", owner(person))
                .param("line", line(person, line))
                .update());
    }

    /** Closed first: whoever keeps something at the same moment finds it closed afterwards, or what they kept is found here. */
    void forgetAll(UUID person) {
        keep(person, CLOSED, MARK);
        lookups.run(client -> client.sql("delete from lookups.conflict_name where owner = :owner and line <> :closed")
                .param("owner", owner(person))
                .param("closed", line(person, CLOSED))
                .update());
    }

    private byte[] owner(UUID person) {
        return tags.tag(TagKind.CONFLICT_PERSON, person.toString());
    }

    private byte[] line(UUID person, String line) {
        return tags.tag(TagKind.CONFLICT_PERSON, person + "/" + line);
    }

    private String tag(String key) {
        return HexFormat.of().formatHex(tags.tag(TagKind.CONFLICT_NAME, key));
    }
}
