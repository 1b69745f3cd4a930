package org.troth.command.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.command.directory.HsdsReader.Content;
import org.troth.command.directory.Unpacking.Sent;
import org.troth.command.dispatch.Invalid;

class ReadingDirectoriesTest {

    static final String ORGANISATION = "0b0f4c3e-6f0e-4b52-9d0e-3c1b8c5d7a01";
    static final String SERVICE = "4f2b8f0a-51ce-4c64-8a1a-0f6c4d2e9b02";

    static String organisation(String more) {
        return """
                {"id": "%s", "name": "Harbour Advice", "description": "Free advice at the harbour"%s}""".formatted(ORGANISATION, more);
    }

    static String service(String more) {
        return """
                {"id": "%s", "name": "Tenancy desk", "status": "active", "organization_id": "%s"%s}""".formatted(SERVICE, ORGANISATION, more);
    }

    private static Content read(String json) {
        return HsdsReader.read(Unpacking.of(List.of(sent("file.json", json))));
    }

    static Sent sent(String name, String text) {
        return new Sent(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Sent zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new Sent("directory.zip", bytes.toByteArray());
    }

    private static List<Invalid.Fault> faults(Runnable reading) {
        return catchThrowableOfType(Invalid.class, reading::run).faults();
    }

    @Test
    void takesASingleServiceWithItsOrganisationInside() {
        Content content = read("""
                {"id": "%s", "name": "Tenancy desk", "status": "inactive", "assured_date": "2026-01-31",
                 "organization": {"id": "%s", "name": "Harbour Advice"}}""".formatted(SERVICE, ORGANISATION));

        assertThat(content.format()).isEqualTo("hsds-3.0-json");
        assertThat(content.organisations()).singleElement().satisfies(each -> {
            assertThat(each.name()).isEqualTo("Harbour Advice");
            assertThat(each.standing()).isEqualTo(HsdsRecord.Standing.MENTIONED);
        });
        assertThat(content.services()).singleElement().satisfies(each -> {
            assertThat(each.organisation()).hasToString(ORGANISATION);
            assertThat(each.status()).isEqualTo("inactive");
            assertThat(each.assuredOn()).isEqualTo(LocalDate.parse("2026-01-31"));
        });
    }

    @Test
    void takesListsPagesAndOrganisationsThatHoldTheirServices() {
        assertThat(read("[" + organisation("") + "," + service("") + "]").services())
                .hasSize(1);
        assertThat(read("{\"total_items\": 1, \"contents\": [" + organisation("") + "]}")
                        .organisations())
                .hasSize(1);
        Content whole = read(organisation(
                ", \"services\": [{\"id\": \"%s\", \"name\": \"Desk\", \"status\": \"active\"}]".formatted(SERVICE)));
        assertThat(whole.services())
                .singleElement()
                .satisfies(each -> assertThat(each.organisation()).hasToString(ORGANISATION));
        assertThat(whole.organisations().get(0).text()).doesNotContain(SERVICE);
    }

    @Test
    void takesTheRecordThatStandsForItselfBeforeOneInsideAnother() {
        Content content = read("["
                + organisation(", \"services\": [{\"id\": \"%s\", \"name\": \"Held\", \"status\": \"active\"}]"
                        .formatted(SERVICE))
                + "," + service("") + "]");
        assertThat(content.services())
                .singleElement()
                .satisfies(each -> assertThat(each.name()).isEqualTo("Tenancy desk"));
    }

    @Test
    void takesTheServiceOfAServiceAtALocation() {
        Content content =
                read("{\"id\": \"%s\", \"location\": {\"id\": \"%s\", \"location_type\": \"virtual\"}, \"service\": %s}"
                        .formatted(ORGANISATION, ORGANISATION, service("")));
        assertThat(content.services())
                .singleElement()
                .satisfies(each -> assertThat(each.standing()).isEqualTo(HsdsRecord.Standing.MENTIONED));
        assertThat(content.others()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo("service_at_location");
            assertThat(each.text())
                    .contains("\"service_id\":\"" + SERVICE + "\"")
                    .doesNotContain("Tenancy desk");
        });
    }

    @Test
    void givesEqualContentEqualTextWhateverTheOrderOfItsProperties() {
        String one = read(organisation(", \"email\": \"a@example.org\", \"x\": {\"b\": 1, \"a\": [2]}"))
                .organisations()
                .get(0)
                .text();
        String other = read("""
                {"x": {"a": [2], "b": 1}, "email": "a@example.org", "description": "Free advice at the harbour",
                 "name": "Harbour Advice", "id": "%s"}""".formatted(ORGANISATION)).organisations().get(0).text();
        assertThat(other).isEqualTo(one);
    }

    @Test
    void putsTablesTogether() {
        Content content = HsdsReader.read(Unpacking.of(List.of(zip(Map.of(
                "csv/organizations.csv",
                "id,name,description\r\n" + ORGANISATION + ",Harbour Advice,\"Free advice,\r\nat the harbour\"\r\n",
                "csv/services.csv",
                "id,organization_id,name,status\r\n" + SERVICE + "," + ORGANISATION + ",Tenancy desk,active\r\n",
                "csv/phones.csv",
                "id,service_id,number\r\n1," + SERVICE + ",\"\"\"+44 20\"\"\"\r\n",
                "csv/service_at_location.csv",
                "id,service_id,location_id\r\n2," + SERVICE + ",3\r\n",
                "csv/locations.csv",
                "id,location_type,name\r\n3,physical,Quay\r\n",
                "csv/addresses.csv",
                "id,location_id,address_1,city,state_province,postal_code,country,address_type\r\n"
                        + "4,3,Quay 1,Hafen,H,20457,DE,physical\r\n",
                "csv/datapackage.json",
                "../../datapackage.json")))));

        assertThat(content.format()).isEqualTo("hsds-3.0-csv");
        assertThat(content.organisations()).hasSize(1);
        assertThat(content.services().get(0).text())
                .contains("\"number\":\"\\\"+44 20\\\"\"")
                .contains("\"city\":\"Hafen\"");
        assertThat(content.others()).isEmpty();
    }

    @Test
    void keepsRecordsOfOtherKindsThatStandForThemselves() {
        Content content = HsdsReader.read(Unpacking.of(List.of(zip(Map.of(
                "data/organizations/a.json",
                organisation(""),
                "data/taxonomies/b.json",
                "{\"id\": \"" + SERVICE + "\", \"name\": \"n\", \"description\": \"d\"}",
                "data/root.json",
                "{\"version\": \"3.0\"}",
                "data/readme.txt",
                "no")))));
        assertThat(content.organisations()).hasSize(1);
        assertThat(content.others()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo("taxonomy");
            assertThat(each.id()).hasToString(SERVICE);
            assertThat(each.name()).isEqualTo("n");
        });
    }

    @Test
    void keepsRowsThatHangOnNothingAsRecordsOfTheirOwn() {
        Content content = HsdsReader.read(Unpacking.of(List.of(zip(Map.of(
                "csv/organizations.csv", "id,name,description\r\n" + ORGANISATION + ",Harbour Advice,Advice\r\n",
                "csv/attributes.csv", "id,link_id,taxonomy_term_id,value\r\n" + SERVICE + ",elsewhere,t-1,7\r\n",
                "csv/taxonomy_terms.csv", "id,name,description\r\nt-1,Rent,About rent\r\n",
                "csv/units.csv", "id,name\r\n" + SERVICE + ",beds\r\n")))));
        assertThat(content.others())
                .extracting(each -> each.kind() + " " + each.text())
                .containsExactlyInAnyOrder(
                        "attribute {\"id\":\"%s\",\"link_id\":\"elsewhere\",\"taxonomy_term\":{\"description\":\"About rent\",\"id\":\"t-1\",\"name\":\"Rent\"},\"taxonomy_term_id\":\"t-1\",\"value\":\"7\"}"
                                .formatted(SERVICE),
                        "units {\"id\":\"%s\",\"name\":\"beds\"}".formatted(SERVICE));
    }

    @Test
    void readsNumbersOfTablesAsNumbersAndSaysNothingForNull() {
        Content content = HsdsReader.read(Unpacking.of(List.of(zip(Map.of(
                "csv/organizations.csv",
                "id,name,description,year_incorporated\r\n" + ORGANISATION + ",Harbour Advice,Advice,1998\r\n")))));
        assertThat(content.organisations().get(0).text()).contains("\"year_incorporated\":1998");
        assertThat(read(organisation(", \"email\": null"))
                        .organisations()
                        .get(0)
                        .text())
                .doesNotContain("email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"organization", "service", "taxonomy_term"})
    void refusesTablesUnderTheNameOfTheirRecords(String name) {
        assertThat(faults(() -> HsdsReader.read(Unpacking.of(
                        List.of(sent(name + ".csv", "id,name,description\n" + SERVICE + ",Harbour,Free\n"))))))
                .extracting(Invalid.Fault::rule)
                .containsExactly("table");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2000000000", "1e-2000000000"})
    void writesNoNumberOutThatHasNoEnd(String number) {
        assertThat(faults(() -> read("{\"services.csv\":[{\"id\":" + number + "}]}")))
                .extracting(Invalid.Fault::rule)
                .contains("text");
    }

    @Test
    void refusesRowsThatHoldAWorldOfTheirOwn() {
        String row = "{\"locations.csv\":[{\"id\":\"%s\",\"location_type\":\"virtual\",\"x\":[%s0]}]}"
                .formatted(SERVICE, "0,".repeat(2_000));
        assertThat(faults(() -> read(row))).extracting(Invalid.Fault::rule).containsExactly("too-long");
        assertThat(read("{\"notes.csv\":[{\"id\":\"%s\",\"attributes\":[\"x\"]}]}".formatted(SERVICE))
                        .others())
                .hasSize(1);
    }

    @Test
    void namesTheLineOfTheRowThatIsWrong() {
        assertThat(faults(() -> HsdsReader.read(Unpacking.of(List.of(zip(Map.of(
                        "csv/organizations.csv",
                                "id,name,description\r\n" + ORGANISATION + ",Harbour Advice,Advice\r\n",
                        "csv/phones.csv",
                                "id,organization_id,number,extension\r\np-1," + ORGANISATION + ",1,9\r\np-2,"
                                        + ORGANISATION + ",,no\r\n")))))))
                .extracting(fault -> fault.field() + ": " + fault.rule())
                .containsExactlyInAnyOrder(
                        "csv/phones.csv line 3 number: required", "csv/phones.csv line 3 extension: number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "minimum_age": "ten" | file.json minimum_age | number
                    "phones": {"id": "1"} | file.json phones | list
                    "phones": [{"id": "1"}] | file.json phones[0].number | required
                    "phones": [7] | file.json phones[0] | object
                    "service_at_locations": [{"id": "1", "location": {"id": "2", "location_type": "moon"}}] | file.json service_at_locations[0].location.location_type | choice
                    "languages": [{"id": "1", "code": 4}] | file.json languages[0].code | text
                    """)
    void refusesWhatThePublishedSchemasWouldFind(String more, String field, String rule) {
        assertThat(faults(() -> read(service(", " + more))))
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.field() + " " + fault.rule()).isEqualTo(field + " " + rule));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"id": "x", "name": "n", "status": "active", "organization_id": "0b0f4c3e-6f0e-4b52-9d0e-3c1b8c5d7a01"} | file.json id | uuid
                    {"id": "1-1-1-1-1", "name": "n", "status": "active", "organization_id": "0b0f4c3e-6f0e-4b52-9d0e-3c1b8c5d7a01"} | file.json id | uuid
                    {"id": "4f2b8f0a-51ce-4c64-8a1a-0f6c4d2e9b02", "name": " ", "status": "active", "organization_id": "0b0f4c3e-6f0e-4b52-9d0e-3c1b8c5d7a01"} | file.json name | required
                    {"id": "4f2b8f0a-51ce-4c64-8a1a-0f6c4d2e9b02", "name": 7, "status": "active", "organization_id": "0b0f4c3e-6f0e-4b52-9d0e-3c1b8c5d7a01"} | file.json name | text
                    {"id": "4f2b8f0a-51ce-4c64-8a1a-0f6c4d2e9b02", "name": "n", "status": "open", "organization_id": "0b0f4c3e-6f0e-4b52-9d0e-3c1b8c5d7a01"} | file.json status | choice
                    {"id": "4f2b8f0a-51ce-4c64-8a1a-0f6c4d2e9b02", "name": "n", "status": "active"} | file.json organization | required
                    {"id": "4f2b8f0a-51ce-4c64-8a1a-0f6c4d2e9b02", "name": "n", "status": "active", "organization_id": "0b0f4c3e-6f0e-4b52-9d0e-3c1b8c5d7a01", "assured_date": "soon"} | file.json assured_date | day
                    {"id": "4f2b8f0a-51ce-4c64-8a1a-0f6c4d2e9b02", "name": "n", "status": "active", "organization_id": "0b0f4c3e-6f0e-4b52-9d0e-3c1b8c5d7a01", "assured_date": "+999999999-12-31"} | file.json assured_date | day
                    {"id": "4f2b8f0a-51ce-4c64-8a1a-0f6c4d2e9b02", "name": "n", "status": "active", "organization_id": "0b0f4c3e-6f0e-4b52-9d0e-3c1b8c5d7a01", "assured_date": "-0001-01-01"} | file.json assured_date | day
                    {"id": "4f2b8f0a-51ce-4c64-8a1a-0f6c4d2e9b02", "name": "n\\ud800", "status": "active", "organization_id": "0b0f4c3e-6f0e-4b52-9d0e-3c1b8c5d7a01"} | file.json name | characters
                    {"id": "4f2b8f0a-51ce-4c64-8a1a-0f6c4d2e9b02", "name": "n", "status": "active", "organization_id": "0b0f4c3e-6f0e-4b52-9d0e-3c1b8c5d7a01", "url": "javascript:alert(1)"} | file.json url | link
                    {"id": "4f2b8f0a-51ce-4c64-8a1a-0f6c4d2e9b02", "name": "n\\u0000", "status": "active", "organization_id": "0b0f4c3e-6f0e-4b52-9d0e-3c1b8c5d7a01"} | file.json name | characters
                    {"id": "4f2b8f0a-51ce-4c64-8a1a-0f6c4d2e9b02", "name": "n\\u202Eetats", "status": "active", "organization_id": "0b0f4c3e-6f0e-4b52-9d0e-3c1b8c5d7a01"} | file.json name | characters
                    {"id": "4f2b8f0a-51ce-4c64-8a1a-0f6c4d2e9b02", "name": "n\\nby the court", "status": "active", "organization_id": "0b0f4c3e-6f0e-4b52-9d0e-3c1b8c5d7a01"} | file.json name | characters
                    {"id": "4f2b8f0a-51ce-4c64-8a1a-0f6c4d2e9b02", "name": "n"} | file.json description | required
                    {"id": "1", "id": "2"} | file.json line 1 | json
                    {"name": | file.json line 1 | json
                    {} [] | file.json line 1 | json
                    "text" | file.json | object
                    {"version": "3.0"} | file | nothing
                    """)
    void saysWhereAndWhyItRefuses(String json, String where, String rule) {
        assertThat(faults(() -> read(json))).anySatisfy(fault -> {
            assertThat(fault.field()).isEqualTo(where);
            assertThat(fault.rule()).isEqualTo(rule);
        });
    }

    @Test
    void refusesTheWholeFileForOneWrongRowAndNamesItsLine() {
        List<Invalid.Fault> faults = faults(() -> HsdsReader.read(Unpacking.of(List.of(
                sent("organizations.csv", "id,name,description\n" + ORGANISATION + ",Harbour,Free\n"),
                sent(
                        "services.csv",
                        "id,organization_id,name,status\n" + SERVICE + "," + ORGANISATION + ",Desk,active\n"
                                + "5f2b8f0a-51ce-4c64-8a1a-0f6c4d2e9b02," + ORGANISATION + ",Desk,open\n")))));
        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("services.csv line 3 status"));
        assertThat(faults(() -> HsdsReader.read(Unpacking.of(List.of(sent("services.csv", "id,name\n1,2,3\n"))))))
                .anySatisfy(fault -> assertThat(fault.rule()).isEqualTo("csv"));
    }

    @Test
    void refusesTwoRecordsOfOneIdentifierThatDiffer() {
        assertThat(faults(() ->
                        read("[" + organisation("") + "," + organisation(", \"email\": \"b@example.org\"") + "]")))
                .extracting(Invalid.Fault::rule)
                .containsExactly("twice");
        assertThat(read("[" + organisation("") + "," + organisation("") + "]").organisations())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 30_000})
    void refusesWhatIsNestedTooDeeply(int depth) {
        String json = organisation(", \"x\": " + "[".repeat(depth) + "]".repeat(depth));
        assertThat(faults(() -> read(json))).extracting(Invalid.Fault::rule).containsExactly("json");
    }

    @Test
    void refusesWhatIsTooBigEvenWhenItIsPackedSmall() {
        Sent bomb = zip(Map.of("a.json", "[" + " ".repeat(40 << 20) + "]"));
        assertThat(bomb.bytes().length).isLessThan(Unpacking.MOST_SENT);
        assertThatThrownBy(() -> Unpacking.of(List.of(bomb))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Unpacking.of(List.of(new Sent("a.json", new byte[Unpacking.MOST_SENT + 1]))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Unpacking.of(List.of())).isInstanceOf(Invalid.class);
    }

    @Test
    void boundsWhatASmallFileOfTablesCanGrowTo() {
        StringBuilder places = new StringBuilder("id,service_id,location_id\n");
        StringBuilder phones = new StringBuilder("id,location_id,number\n");
        for (int row = 0; row < 3_000; row++) {
            places.append(row).append(',').append(SERVICE).append(",3\n");
            phones.append(row).append(",3,1\n");
        }
        assertThat(faults(() -> HsdsReader.read(Unpacking.of(List.of(
                        sent("organizations.csv", "id,name,description\n" + ORGANISATION + ",Harbour,Free\n"),
                        sent(
                                "services.csv",
                                "id,organization_id,name,status\n" + SERVICE + "," + ORGANISATION + ",Desk,active\n"),
                        sent("locations.csv", "id,location_type,name\n3,physical,Quay\n"),
                        sent("service_at_location.csv", places.toString()),
                        sent("phones.csv", phones.toString()))))))
                .extracting(Invalid.Fault::rule)
                .contains("too-many");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"fee\": 1e999999999",
                ", \"fee\": 1E-999999999",
                ", \"fee\": 1e2147483648",
                ", \"fee\": [{\"amount\": 1e41}]",
                ", \"fee\": 12345678901234567890123456789012345678901"
            })
    void refusesNumbersThatNoDatabaseKeeps(String more) {
        assertThat(faults(() -> read(organisation(more))))
                .extracting(Invalid.Fault::rule)
                .containsExactly("number");
    }

    @Test
    void keepsNumbersOfMeasures() {
        assertThat(read(organisation(", \"latitude\": 51.123456789012345678, \"least\": 1e-7, \"most\": -12345678901"))
                        .organisations())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "half\\ud800", "x\\u0007"})
    void refusesNamesOfPropertiesThatAreNoText(String name) {
        assertThat(faults(() -> read(organisation(", \"more\": {\"" + name + "\": \"x\"}"))))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.rule()).isEqualTo("characters");
                    assertThat(fault.field()).isEqualTo("file.json");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"__MACOSX/a.json", "folder/", "a.bin"})
    void refusesWhatIsTooBigEvenInWhatItWouldLeaveOut(String name) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(name, " ".repeat(40 << 20));
        files.put("organizations.json", organisation(""));
        assertThat(faults(() -> Unpacking.of(List.of(zip(files)))))
                .extracting(Invalid.Fault::rule)
                .containsExactly("too-big");
    }

    @ParameterizedTest
    @CsvSource({"1, 400, too-long", "400, 1, too-big"})
    void writesOutNoEndlessTextOfRowsThatShareAnother(int services, int places, String rule) {
        StringBuilder rows = new StringBuilder("id,organization_id,name,status\n");
        StringBuilder joins = new StringBuilder("id,service_id,location_id\n");
        for (int i = 0; i < services; i++) {
            UUID service = new UUID(1, i);
            rows.append(service).append(',').append(ORGANISATION).append(",Desk,active\n");
            for (int j = 0; j < places; j++) {
                joins.append(new UUID(i, j)).append(',').append(service).append(",l-1\n");
            }
        }
        List<SourceFile> files = Unpacking.of(List.of(zip(Map.of(
                "organizations.csv", "id,name,description\n%s,Harbour,Advice\n".formatted(ORGANISATION),
                "services.csv", rows.toString(),
                "locations.csv", "id,location_type,description\nl-1,physical," + "y".repeat(150_000) + "\n",
                "service_at_location.csv", joins.toString()))));

        assertThat(faults(() -> HsdsReader.read(files)))
                .extracting(Invalid.Fault::rule)
                .containsExactly(rule);
    }

    @Test
    void refusesAnotherEncoding() {
        assertThatThrownBy(() ->
                        Unpacking.of(List.of(new Sent("a.json", "\"ä\"".getBytes(StandardCharsets.ISO_8859_1)))))
                .isInstanceOf(Invalid.class);
    }

    /** Somebody may have called it after the person it was made for. */
    @Test
    void repeatsNoNameThatSomebodyGaveAFile() {
        for (String name :
                List.of("for Quillfeather.csv", "data/Quillfeather/services.csv", "quillfeather-services.json")) {
            byte[] broken = "\"".getBytes(StandardCharsets.UTF_8);
            assertThat(faults(() -> HsdsReader.read(Unpacking.of(List.of(new Unpacking.Sent(name, broken))))))
                    .allSatisfy(fault -> assertThat(fault.field()).startsWith("file"));
        }
    }
}
