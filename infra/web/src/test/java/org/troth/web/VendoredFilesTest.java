package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VendoredFilesTest {

    private static final Path VENDOR = Path.of("src/main/resources/static/vendor");

    @Test
    void areExactlyTheOnesTheManifestNames() throws Exception {
        Set<String> named = new TreeSet<>(Set.of("MANIFEST.tsv"));
        for (String[] line : manifest()) {
            assertThat(line).as("columns of %s", line[0]).hasSize(7);
            byte[] digest = MessageDigest.getInstance("SHA-384").digest(Files.readAllBytes(VENDOR.resolve(line[0])));
            assertThat(line[3])
                    .as(line[0])
                    .isEqualTo("sha384-" + Base64.getEncoder().encodeToString(digest));
            assertThat(VENDOR.resolve(line[5])).isNotEmptyFile();
            named.add(line[0]);
            named.add(line[5]);
        }
        try (Stream<Path> files = Files.list(VENDOR)) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void areReferredToByTheLayoutAndTheStylesheet() throws IOException {
        String users = Files.readString(Path.of("src/main/resources/templates/shell/layout.html"))
                + Files.readString(Path.of("src/main/resources/static/shell/troth.css"));
        for (String[] line : manifest()) {
            assertThat(users).contains("/vendor/" + line[0]);
        }
    }

    private static List<String[]> manifest() throws IOException {
        return Files.readAllLines(VENDOR.resolve("MANIFEST.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .toList();
    }
}
