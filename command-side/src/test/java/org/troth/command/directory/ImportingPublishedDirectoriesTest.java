package org.troth.command.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.troth.command.directory.Unpacking.Sent;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.record.MemoryDigests;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.People;

/**
 * Imports HSDS 3.0 as it is published, from the folder that {@code troth.published-data} names: {@code hsds-3.0/examples}
 * and {@code hsds-3.0/mock} below it. Fails when the folder is named and missing.
 */
@Tag("published-data")
class ImportingPublishedDirectoriesTest {

    private final Path examples = folder("examples");

    private static Path folder(String name) {
        Path folder = Path.of(System.getProperty("troth.published-data"), "hsds-3.0", name);
        assertThat(folder).isDirectory();
        return folder;
    }

    private static DirectoryReport take(List<Path> files) throws IOException {
        List<Sent> sent = new ArrayList<>();
        for (Path file : files) {
            sent.add(new Sent(file.getParent().getFileName() + "/" + file.getFileName(), Files.readAllBytes(file)));
        }
        try (MemoryHouse house = MemoryHouse.of(Clock.systemUTC())) {
            return new DirectoryDesk(
                            house.dispatch(),
                            PermitsForTests.of(new MemoryDisclosing(), house.record()),
                            house.record(),
                            MemoryRecord.plainTags(),
                            new MemoryDigests())
                    .take(People.coordinator(), sent);
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void takesTheFullServiceAndTheFullOrganisation() throws IOException {
        assertThat(take(List.of(examples.resolve("service_full.json"))).added()).isEqualTo(2);
        assertThat(take(List.of(examples.resolve("organization_full.json"))).added())
                .isPositive();
        // The service, its organisation, and the place at which it is given.
        assertThat(take(List.of(examples.resolve("service_at_location_full.json")))
                        .added())
                .isEqualTo(3);
    }

    @Test
    void takesThePagesOfAnApi() throws IOException {
        assertThat(take(List.of(examples.resolve("service_list.json"))).added()).isEqualTo(2);
        assertThat(take(List.of(examples.resolve("organization_list.json"))).added())
                .isEqualTo(1);
    }

    @Test
    void takesTheTablesAsCsvAndAsJson() throws IOException {
        // An organisation, its service, and four rows that hang on neither: an attribute, a taxonomy, metadata, a
        // description.
        assertThat(take(files(examples.resolve("csv"), ".csv")).added()).isEqualTo(6);
        assertThat(take(List.of(examples.resolve("tabular.json"))).added()).isEqualTo(6);
    }

    @Test
    void takesPlacesTaxonomiesAndTerms() throws IOException {
        assertThat(take(List.of(examples.resolve("location.json"))).added()).isEqualTo(1);
        assertThat(take(List.of(examples.resolve("taxonomy.json"))).added()).isEqualTo(1);
        assertThat(take(List.of(examples.resolve("taxonomy_list.json"))).added())
                .isPositive();
        assertThat(take(List.of(examples.resolve("taxonomy_term.json"))).added())
                .isEqualTo(1);
        assertThat(take(List.of(examples.resolve("taxonomy_term_list.json"))).added())
                .isPositive();
    }

    @Test
    void takesAWholeProviderAsItsApiServesIt() throws IOException {
        assertThat(take(files(folder("mock"), ".json")).added()).isPositive();
    }
}
