package org.troth.command.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.command.directory.HsdsRecord.Organisation;
import org.troth.command.directory.HsdsRecord.Other;
import org.troth.command.directory.HsdsRecord.Service;
import org.troth.command.directory.HsdsRecord.Standing;
import org.troth.command.dispatch.Phrase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checks records against what HSDS 3.0 requires, and against what could hurt whoever reads them. Extra properties stay. */
final class HsdsCheck {

    private static final Set<String> STATUSES = Set.of("active", "inactive", "defunct", "temporarily closed");

    /** Properties that a page may turn into a link. */
    private static final Set<String> LINKS = Set.of("url", "website", "uri", "logo", "schedule_link", "term_uri");

    /** Properties that an answer may call by their name; others were named by whoever sent the file. */
    private static final Set<String> NAMED = Set.of(
            "id",
            "name",
            "alternate_name",
            "description",
            "short_description",
            "email",
            "status",
            "address_1",
            "address_2",
            "city",
            "postal_code",
            "number",
            "application_process",
            "fees_description",
            "eligibility_description");

    /** Said of numbers that would be written out as more digits than anybody reads, or that a database cannot keep. */
    static final Phrase NO_NUMBER = Phrase.of("command.directory.wrong.digits");

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_RECORD = 200_000;
    private static final int MOST_DIGITS = 40;

    private final Faults faults;

    HsdsCheck(Faults faults) {
        this.faults = faults;
    }

    /** The organisation, or absent after its faults were noted. */
    @Nullable
    Organisation organisation(ObjectNode node, String where, Standing standing) {
        UUID id = id(node, where, "id");
        String name = required(node, where, "name", LONGEST_NAME);
        // An organisation inside a service is often abridged.
        String description = standing == Standing.MENTIONED ? "" : required(node, where, "description", LONGEST_RECORD);
        boolean fits = HsdsShape.fits("organization", node, standing == Standing.MENTIONED, where, faults);
        String text = whole(node, where);
        return id == null || name == null || description == null || text == null || !fits
                ? null
                : new Organisation(id, where, standing, name, text);
    }

    /**
     * The service, or absent after its faults were noted.
     *
     * @param around the organisation that it stands in, if it does
     */
    @Nullable
    Service service(ObjectNode node, String where, Standing standing, @Nullable UUID around) {
        UUID id = id(node, where, "id");
        String name = required(node, where, "name", LONGEST_NAME);
        String status = required(node, where, "status", 40);
        if (status != null && !STATUSES.contains(status)) {
            faults.add(
                    where,
                    "status",
                    "choice",
                    Phrase.of("command.directory.wrong.one-of", "active, inactive, defunct, temporarily closed"));
            status = null;
        }
        UUID organisation = organisationOf(node, where, around);
        JsonNode assured = node.get("assured_date");
        LocalDate assuredOn = day(assured, where);
        boolean dayFails = assuredOn == null && assured != null && !assured.isNull();
        boolean fits = HsdsShape.fits("service", node, false, where, faults);
        String text = whole(node, where);
        return id == null || name == null || status == null || organisation == null || text == null || dayFails || !fits
                ? null
                : new Service(id, where, standing, organisation, name, status, assuredOn, text);
    }

    /** The record of another kind, or absent after its faults were noted. */
    @Nullable
    Other other(ObjectNode node, String kind, String where) {
        UUID id = id(node, where, "id");
        boolean fits = HsdsShape.fits(kind, node, false, where, faults);
        JsonNode name = node.get("name");
        String text = whole(node, where);
        return id == null || text == null || !fits
                ? null
                : new Other(
                        id,
                        where,
                        Standing.ITSELF,
                        kind,
                        name != null && name.isString() && name.stringValue().length() <= LONGEST_NAME
                                ? name.stringValue()
                                : null,
                        text);
    }

    private @Nullable UUID organisationOf(ObjectNode node, String where, @Nullable UUID around) {
        if (node.get("organization") instanceof ObjectNode organisation) {
            return id(organisation, where + ".organization", "id");
        }
        if (node.hasNonNull("organization_id")) {
            return id(node, where, "organization_id");
        }
        if (around == null) {
            faults.add(where, "organization", "required", Phrase.of("command.directory.wrong.no-organisation"));
        }
        return around;
    }

    private @Nullable UUID id(ObjectNode node, String where, String field) {
        String text = required(node, where, field, 36);
        if (text == null) {
            return null;
        }
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text.toLowerCase(Locale.ROOT))) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            faults.add(where, field, "uuid", Phrase.of("command.directory.wrong.uuid"));
            return null;
        }
        faults.add(where, field, "uuid", Phrase.of("command.directory.wrong.uuid"));
        return null;
    }

    private @Nullable String required(ObjectNode node, String where, String field, int longest) {
        JsonNode value = node.get(field);
        if (value == null
                || value.isNull()
                || (value.isString() && value.stringValue().isBlank())) {
            faults.add(where, field, "required", Phrase.of("command.dispatch.needed"));
            return null;
        }
        if (!value.isString()) {
            faults.add(where, field, "text", Phrase.of("command.directory.wrong.text"));
            return null;
        }
        if (value.stringValue().length() > longest) {
            faults.add(where, field, "too-long", Phrase.of("command.dispatch.longest", longest));
            return null;
        }
        return value.stringValue();
    }

    private @Nullable LocalDate day(@Nullable JsonNode value, String where) {
        if (value == null || value.isNull()) {
            return null;
        }
        try {
            LocalDate day = value.isString() ? LocalDate.parse(value.stringValue()) : null;
            if (day != null && day.getYear() >= 1900 && day.getYear() <= 2999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            faults.add(where, "assured_date", "day", Phrase.of("command.dispatch.day"));
            return null;
        }
        faults.add(where, "assured_date", "day", Phrase.of("command.dispatch.day"));
        return null;
    }

    private @Nullable String whole(ObjectNode node, String where) {
        // Rows that hang on others are shared until they are written out, so a small file can be an endless text.
        if (lengthOf(node, LONGEST_RECORD) > LONGEST_RECORD) {
            return tooLong(where);
        }
        boolean safe = safe(node, where, "");
        String text = sorted(node).toString();
        return text.length() > LONGEST_RECORD ? tooLong(where) : safe ? text : null;
    }

    private @Nullable String tooLong(String where) {
        faults.add(
                where, "", "too-long", Phrase.of("command.directory.wrong.too-long", Integer.toString(LONGEST_RECORD)));
        return null;
    }

    /** How long the text of it is at least; stops counting soon after this much. */
    private static int lengthOf(JsonNode node, int enough) {
        int length = node.isString() ? node.stringValue().length() : 1;
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> each : object.properties()) {
                length += each.getKey().length() + lengthOf(each.getValue(), enough - length);
                if (length > enough) {
                    return length;
                }
            }
        } else {
            for (JsonNode each : node) {
                length += lengthOf(each, enough - length);
                if (length > enough) {
                    return length;
                }
            }
        }
        return length;
    }

    private boolean safe(JsonNode node, String where, String field) {
        if (node.isString()) {
            return safeText(node.stringValue(), where, field);
        }
        if (node.isNumber()) {
            return safeNumber(node.decimalValue(), where, field);
        }
        boolean safe = true;
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> each : object.properties()) {
                String name = each.getKey();
                safe &= safeText(name, where, "");
                safe &= safe(each.getValue(), where, NAMED.contains(name) || LINKS.contains(name) ? name : "");
            }
        } else {
            for (JsonNode each : node) {
                safe &= safe(each, where, field);
            }
        }
        return safe;
    }

    private boolean safeNumber(BigDecimal number, String where, String field) {
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            faults.add(where, field, "number", NO_NUMBER);
            return false;
        }
        return true;
    }

    private boolean safeText(String text, String where, String field) {
        boolean name = field.equals("name");
        if (!text.codePoints().allMatch(each -> isText(each) && !(name && breaksALine(each)))) {
            faults.add(where, field, "characters", Phrase.of("command.dispatch.characters"));
            return false;
        }
        if (LINKS.contains(field) && !text.isBlank() && !text.matches("(?i)https?://\\S+")) {
            faults.add(where, field, "link", Phrase.of("command.directory.wrong.link"));
            return false;
        }
        return true;
    }

    /**
     * A name stands in sentences of ours, in the text of a consent too: it may neither leave its line nor turn the direction
     * of what follows it.
     */
    private static boolean breaksALine(int each) {
        return each < ' '
                || each == 0x2028
                || each == 0x2029
                || (each >= 0x202A && each <= 0x202E)
                || (each >= 0x2066 && each <= 0x2069);
    }

    private static boolean isText(int each) {
        return each == '\n'
                || each == '\r'
                || each == '\t'
                || each >= ' ' && each != 0x7f && Character.getType(each) != Character.SURROGATE;
    }

    /** The same content with its properties in one order. */
    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TreeMap<String, JsonNode> properties = new TreeMap<>();
            object.properties().forEach(each -> properties.put(each.getKey(), sorted(each.getValue())));
            ObjectNode ordered = JsonNodeFactory.instance.objectNode();
            properties.forEach(ordered::set);
            return ordered;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode ordered = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> ordered.add(sorted(each)));
            return ordered;
        }
        return node;
    }
}
