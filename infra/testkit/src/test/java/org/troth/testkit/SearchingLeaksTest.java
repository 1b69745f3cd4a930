package org.troth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SearchingLeaksTest {

    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    @TempDir
    Path directory;

    static Stream<String> words() {
        return SamplePeople.words().stream();
    }

    @ParameterizedTest(name = "word {index}")
    @MethodSource("words")
    void findsAWordInEveryCharset(String word) {
        LeakSearch search = LeakSearch.forWords(word);
        for (Charset charset : List.of(UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] planted = surrounded(word.getBytes(charset), 7);
            assertThat(search.inBytes("here", planted))
                    .as(charset.name())
                    .extracting(Finding::encoding)
                    .contains(charset.name().replace("-", "_"));
        }
    }

    @ParameterizedTest(name = "word {index}")
    @MethodSource("words")
    void findsAWordInHexadecimalOfBothCases(String word) {
        LeakSearch search = LeakSearch.forWords(word);
        for (HexFormat hex : List.of(HexFormat.of(), HexFormat.of().withUpperCase())) {
            for (Charset charset : List.of(UTF_8, StandardCharsets.UTF_16LE)) {
                assertThat(search.inText("here", "\\x00" + hex.formatHex(word.getBytes(charset)) + "ff"))
                        .extracting(Finding::encoding)
                        .containsExactly("HEX");
            }
        }
    }

    @ParameterizedTest(name = "word {index}")
    @MethodSource("words")
    void findsAWordInBase64AtEveryAlignment(String word) {
        LeakSearch search = LeakSearch.forWords(word);
        Random random = new Random(5);
        for (int before = 0; before < 9; before++) {
            for (int after = 0; after < 4; after++) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                bytes.writeBytes(some(random, before));
                bytes.writeBytes(word.getBytes(UTF_8));
                bytes.writeBytes(some(random, after));
                for (Base64.Encoder encoder : List.of(
                        Base64.getEncoder(),
                        Base64.getUrlEncoder(),
                        Base64.getEncoder().withoutPadding())) {
                    assertThat(search.inText("here", "{\"a\":\"" + encoder.encodeToString(bytes.toByteArray()) + "\"}"))
                            .as("%d before, %d after", before, after)
                            .extracting(Finding::encoding)
                            .containsExactly("BASE64");
                }
            }
        }
    }

    @Test
    void findsAWordEscapedForJsonUrlsAndPages() {
        String word = SamplePeople.WLADYSLAWA.name();
        LeakSearch search = LeakSearch.forWords(word, SamplePeople.FIONNUALA.name());
        assertThat(search.inText("here", "\"W\\u0142adys\\u0142awa \\u017b\\u00f3\\u0142kiewicz\\u00f3wna\""))
                .extracting(Finding::encoding)
                .containsExactly("JSON_ESCAPES");
        assertThat(search.inText("here", "q=" + URLEncoder.encode(word, UTF_8)))
                .extracting(Finding::encoding)
                .containsExactly("PERCENT");
        assertThat(search.inText("here", "q=" + URLEncoder.encode(word, UTF_8).toLowerCase(Locale.ROOT)))
                .isEmpty();
        assertThat(search.inText("here", "q=W%c5%82adys%c5%82awa%20%c5%bb%c3%b3%c5%82kiewicz%c3%b3wna"))
                .extracting(Finding::encoding)
                .containsExactly("PERCENT");
        assertThat(search.inText("here", "<td>Fionnuala O&#39;Sneachtabháin 🦔</td>"))
                .extracting(Finding::encoding)
                .containsExactly("HTML");
    }

    @Test
    void findsAWordInOtherLettersAndDecomposed() {
        String word = SamplePeople.THUY.name();
        LeakSearch search = LeakSearch.forWords(word);
        for (String disguised : List.of(
                word.toLowerCase(Locale.ROOT),
                word.toUpperCase(Locale.ROOT),
                Normalizer.normalize(word, Normalizer.Form.NFD),
                Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))) {
            assertThat(search.inText("here", "." + disguised + ".")).hasSize(1);
        }
    }

    @Test
    void findsAWordAcrossTheEdgesOfWhatIsReadAtOnce() throws IOException {
        LeakSearch search = LeakSearch.forWords("Quillfeather");
        for (int before : new int[] {(1 << 20) - 12, (1 << 20) - 6, 1 << 20, (2 << 20) - 1, (3 << 20) - 13}) {
            Path file = directory.resolve("file-" + before);
            Files.write(file, surrounded("Quillfeather".getBytes(UTF_8), before));
            assertThat(search.inFile(file))
                    .containsExactly(new Finding("Quillfeather", "UTF_8", file + " at byte " + before));
        }
    }

    @Test
    void findsAWordInNamesAndInDeepDirectories() throws IOException {
        Path deep = Files.createDirectories(directory.resolve("a/b c/d"));
        Files.writeString(deep.resolve("plain.txt"), "nothing here");
        Files.writeString(deep.resolve("planted.txt"), "…Brackwater…");
        Files.writeString(deep.resolve("of-quillfeather.pdf"), "");
        assertThat(LeakSearch.forWords("Quillfeather", "Brackwater", "Dunglimmer")
                        .inDirectory(directory))
                .extracting(Finding::word)
                .containsExactlyInAnyOrder("Quillfeather", "Brackwater");
    }

    @Test
    void findsNothingInNoise() {
        assertThat(LeakSearch.forWords(SamplePeople.words()).inBytes("noise", some(new Random(11), 4 << 20)))
                .isEmpty();
    }

    @Test
    void refusesToSearchForNothingOrForTooLittle() {
        assertThatThrownBy(() -> LeakSearch.forWords(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LeakSearch.forWords("short")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void failsOnAPlaceThatIsNotThere() {
        LeakSearch search = LeakSearch.forWords("Quillfeather");
        assertThatThrownBy(() -> search.inFile(directory.resolve("absent")))
                .hasCauseInstanceOf(java.nio.file.NoSuchFileException.class);
        assertThatThrownBy(() -> search.inDirectory(directory.resolve("absent")))
                .hasCauseInstanceOf(java.nio.file.NoSuchFileException.class);
    }

    private static byte[] surrounded(byte[] word, int before) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[before]);
        bytes.writeBytes(word);
        bytes.writeBytes(new byte[] {0, 1, 2, 3});
        return bytes.toByteArray();
    }

    private static byte[] some(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
