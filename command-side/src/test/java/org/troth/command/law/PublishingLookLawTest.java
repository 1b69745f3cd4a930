package org.troth.command.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishingLookLawTest {

    @Test
    void saysOnItsPageExactlyWhatTheDataSay() throws IOException {
        List<String> data = Files.readAllLines(Path.of("src/main/resources/law/troth-base-1-looks.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> "| " + String.join(" | ", line.split("\t")) + " |")
                .toList();
        List<String> page = Files.readAllLines(Path.of("../infra/docs/decisions/0004-who-may-look.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| role"))
                .toList();

        assertThat(page).isEqualTo(data);
    }
}
