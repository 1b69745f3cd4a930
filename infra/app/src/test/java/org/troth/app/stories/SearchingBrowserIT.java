package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchingBrowserIT {

    @Test
    void takesTheFirstThatStarts(@TempDir Path place) throws IOException {
        Path broken = program(place.resolve("a/chromium"));
        Path good = program(place.resolve("b/google-chrome"));
        Path used = new BrowserSearch(path(place.resolve("a") + ":" + place.resolve("b")), null).first(program -> {
            if (program.equals(good)) {
                return program;
            }
            throw new IllegalStateException("this one does not start");
        });
        assertThat(used).isEqualTo(good);
        assertThat(broken).exists();
    }

    @Test
    void findsWhatPlaywrightFetchedBefore(@TempDir Path place) throws IOException {
        Path fetched = program(place.resolve("chromium-1210/chrome-linux64/chrome"));
        BrowserSearch search =
                new BrowserSearch(Map.of("PATH", "", "PLAYWRIGHT_BROWSERS_PATH", place.toString()), null);
        assertThat(search.fetchedBefore()).containsExactly(fetched);
    }

    @Test
    void findsNoneInNothing(@TempDir Path place) {
        assertThat(new BrowserSearch(Map.of("PATH", "", "PLAYWRIGHT_BROWSERS_PATH", place.toString()), null)
                        .fetchedBefore())
                .isEmpty();
    }

    @Test
    void failsAndSaysSoWhenTheNamedOneDoesNotStart(@TempDir Path place) {
        BrowserSearch search = new BrowserSearch(path(""), place.resolve("mine").toString());
        assertThatThrownBy(() -> search.first(program -> {
                    throw new IllegalStateException("no such program");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "need a Chromium", "apt-get install chromium", "-Dtroth.browser", "no such program");
    }

    private static Map<String, String> path(String path) {
        return Map.of("PATH", path);
    }

    private static Path program(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\nexit 1\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
