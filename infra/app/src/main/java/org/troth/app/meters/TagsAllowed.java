package org.troth.app.meters;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets through only tags that are on this list, with values that are short codes. A tag that somebody adds elsewhere does
 * not reach an operator's screen before it has been thought about here.
 */
public final class TagsAllowed implements MeterFilter {

    private static final Set<String> KEYS =
            Set.of("action", "area", "cause", "command", "end", "gc", "id", "kind", "purpose", "rule", "state");
    /** Codes of ours, and what the collectors of the JVM call their parts. */
    private static final Pattern CODE = Pattern.compile("(G1 )?[A-Za-z][A-Za-z' -]{0,59}");

    static final String OTHER = "other";

    @Override
    public Meter.Id map(Meter.Id id) {
        List<Tag> allowed = id.getTags().stream()
                .filter(tag -> KEYS.contains(tag.getKey()))
                .map(TagsAllowed::coded)
                .toList();
        return allowed.equals(id.getTags()) ? id : id.replaceTags(allowed);
    }

    private static Tag coded(Tag tag) {
        return CODE.matcher(tag.getValue()).matches() ? tag : Tag.of(tag.getKey(), OTHER);
    }
}
