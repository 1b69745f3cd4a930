package org.troth.store.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.troth.events.Fact;
import org.troth.events.Families;
import org.troth.events.Recorded;

/**
 * Every fact that there is, as it was first stored. A new fact has no fossil yet: run once with
 * {@code -Dtroth.fossils.write=true}, look at the file, and commit it; from then on it is never changed.
 */
class ReadingFossilsTest {

    private static final Path FOSSILS = Path.of("../../shared-events/src/test/resources/fossils");

    private final FactCodec codec = FactCodec.ofLanguage(List.of());

    static Stream<Class<? extends Fact>> everyFact() {
        return Families.facts();
    }

    static Stream<String> everyFossil() throws IOException {
        try (Stream<Path> files = Files.list(FOSSILS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("everyFact")
    void knowsTheFirstFormOfEveryFact(Class<? extends Fact> type) throws IOException {
        assertThat(type).hasAnnotation(Recorded.class);
        Recorded recorded = type.getAnnotation(Recorded.class);
        for (int revision = 1; revision <= recorded.revision(); revision++) {
            byte[] fossil = fossil(type, recorded.as() + "." + revision + ".json");
            assertThat(codec.read(recorded.as(), revision, fossil)).isInstanceOf(type);
        }
    }

    @ParameterizedTest
    @MethodSource("everyFact")
    void readsTheFossilBackEqualAndWritesTheSameBytes(Class<? extends Fact> type) throws IOException {
        Recorded recorded = type.getAnnotation(Recorded.class);
        byte[] fossil = fossil(type, recorded.as() + "." + recorded.revision() + ".json");

        Fact read = codec.read(recorded.as(), recorded.revision(), fossil);

        assertThat(read).isEqualTo(SampleFacts.of(type));
        assertThat(new String(codec.write(read), UTF_8)).isEqualTo(new String(fossil, UTF_8));
    }

    @ParameterizedTest
    @MethodSource("everyFossil")
    void isStillNeededForEveryFossil(String file) {
        String name = file.split("\\.", -1)[0];
        assertThat(codec.types()).extracting(FactType::name).contains(name);
    }

    @Test
    void givesNoNameTwice() {
        Set<String> names = codec.types().stream().map(FactType::name).collect(Collectors.toSet());
        assertThat(names).hasSize((int) Families.facts().count());
    }

    private byte[] fossil(Class<? extends Fact> type, String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/fossils/" + name)) {
            if (in != null) {
                return in.readAllBytes();
            }
        }
        if (Boolean.getBoolean("troth.fossils.write")) {
            Files.createDirectories(FOSSILS);
            Path file = FOSSILS.resolve(name);
            if (!Files.exists(file)) {
                Files.write(file, codec.write(SampleFacts.of(type)));
            }
            return Files.readAllBytes(file);
        }
        return fail("no fossil " + name + "; see the comment of this class");
    }
}
