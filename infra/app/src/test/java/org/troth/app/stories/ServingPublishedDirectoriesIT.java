package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Imports the published examples of HSDS 3.0 and asks for them again: every answer validates against the published schemas, and
 * what was published is all there. From the folder that {@code troth.published-data} names.
 */
@Tag("published-data")
@ExtendWith(Stage.class)
class ServingPublishedDirectoriesIT {

    private static final Path HSDS = Path.of(System.getProperty("troth.published-data", ""), "hsds-3.0");
    private static final String BASE = "https://published.invalid/schema/";
    private static final Map<String, String> KINDS = new TreeMap<>(Map.of(
            "services", "service",
            "organizations", "organization",
            "service_at_locations", "service_at_location",
            "taxonomies", "taxonomy",
            "taxonomy_terms", "taxonomy_term"));

    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(published()));

    private long at;

    private static Map<String, String> published() {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(HSDS.resolve("schema"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                texts.put(BASE + file.getFileName(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    @Test
    void servesEveryPublishedExampleWithNothingLost(Cast cast) throws IOException {
        Somebody coordinator = new Household(cast.troth()).coordinator;
        List<Path> examples;
        try (Stream<Path> files = Files.list(HSDS.resolve("examples"))) {
            examples = files.filter(each -> each.toString().endsWith(".json"))
                    .filter(each -> !each.endsWith("base.json"))
                    .sorted()
                    .toList();
        }
        assertThat(examples).hasSizeGreaterThan(10);
        // Whole records last: they say more of the same ones than lists and tables do.
        for (Path example : examples.stream()
                .sorted((one, other) -> Boolean.compare(full(one), full(other)))
                .toList()) {
            at = coordinator
                    .act("/directory/imports", Files.readString(example))
                    .path("position")
                    .asLong();
        }

        for (Path example : examples) {
            String name = example.getFileName().toString();
            JsonNode whole = Somebody.JSON.readTree(Files.readString(example));
            if (name.equals("service_full.json")) {
                holds(one(coordinator, "services", whole), whole, name);
            } else if (name.equals("organization_full.json")) {
                holds(one(coordinator, "organizations", whole, "?full_service=true"), whole, name);
            } else if (name.equals("service_at_location_full.json")) {
                holds(one(coordinator, "service_at_locations", whole), whole, name);
            } else if (name.equals("taxonomy.json")) {
                holds(one(coordinator, "taxonomies", whole), whole, name);
            } else if (name.equals("taxonomy_term.json")) {
                holds(one(coordinator, "taxonomy_terms", whole), whole, name);
            }
        }
        validates(coordinator);
    }

    private static boolean full(Path example) {
        return example.toString().endsWith("_full.json");
    }

    private JsonNode one(Somebody coordinator, String kind, JsonNode published, String... more) {
        return get(coordinator, "/" + kind + "/" + published.path("id").stringValue() + String.join("", more));
    }

    /** As of the last import. */
    private JsonNode get(Somebody coordinator, String path) {
        var answer = coordinator.answer("/directory/hsds" + path + (path.contains("?") ? "&" : "?") + "at=" + at);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Somebody.JSON.readTree(answer.body());
    }

    /** Everything published is in what is served; records inside may hold more, since they are served as they stand alone. */
    private static void holds(JsonNode served, JsonNode published, String where) {
        if (published instanceof ObjectNode object) {
            object.forEachEntry((name, value) -> holds(served.path(name), value, where + "." + name));
        } else if (published instanceof ArrayNode array) {
            assertThat(served.size()).as(where).isGreaterThanOrEqualTo(array.size());
            for (JsonNode each : array) {
                JsonNode same = served.valueStream()
                        .filter(other -> other.path("id").equals(each.path("id")))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(where + " is not served"));
                holds(same, each, where + "[]");
            }
        } else if (published.isNumber()) {
            assertThat(served.decimalValue()).as(where).isEqualByComparingTo(published.decimalValue());
        } else {
            assertThat(served).as(where).isEqualTo(published);
        }
    }

    /** Each list by the Page schema, each of its records whole and in brief, and each one record. */
    private void validates(Somebody coordinator) {
        List<String> wrong = new ArrayList<>();
        JsonNode page = Somebody.JSON
                .readTree(published().get(BASE + "openapi.json"))
                .path("components")
                .path("schemas")
                .path("Page");
        Schema pages = schemas.getSchema(page);
        KINDS.forEach((list, kind) -> {
            Schema schema = schemas.getSchema(SchemaLocation.of(BASE + kind + ".json"));
            for (String detail : List.of("", "?full=true")) {
                JsonNode served = get(coordinator, "/" + list + detail);
                assertThat(served.path("contents").isEmpty()).as(list).isFalse();
                pages.validate(served).forEach(error -> wrong.add(list + " " + error));
                for (JsonNode each : served.path("contents")) {
                    schema.validate(each.toString(), InputFormat.JSON)
                            .forEach(error -> wrong.add(list + detail + " " + error));
                    schema.validate(one(coordinator, list, each).toString(), InputFormat.JSON)
                            .forEach(error -> wrong.add(kind + " " + error));
                }
            }
        });
        assertThat(wrong).isEmpty();
    }
}
