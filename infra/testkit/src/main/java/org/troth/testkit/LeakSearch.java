package org.troth.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Looks for words that must not be there: as UTF-8, UTF-16 of both orders, hexadecimal, base64 at any alignment, and
 * escaped for JSON, URLs and HTML; in small, large and given letters, composed and decomposed. It fails rather than pass
 * over something it cannot read. Compressed content is not opened.
 */
public final class LeakSearch {

    private static final int CHUNK = 1 << 20;

    private final Patterns patterns;

    private LeakSearch(Patterns patterns) {
        this.patterns = patterns;
    }

    /** @param words each of at least six bytes in UTF-8, so that none is found by chance */
    public static LeakSearch forWords(Collection<String> words) {
        for (String word : words) {
            if (word.getBytes(StandardCharsets.UTF_8).length < Patterns.SHORTEST_WORD) {
                throw new IllegalArgumentException("A word to look for has at least six bytes.");
            }
        }
        return new LeakSearch(new Patterns(words));
    }

    public static LeakSearch forWords(String... words) {
        return forWords(List.of(words));
    }

    public List<Finding> inText(String place, String text) {
        return inBytes(place, text.getBytes(StandardCharsets.UTF_8));
    }

    public List<Finding> inBytes(String place, byte[] bytes) {
        Map<List<Object>, Finding> findings = new LinkedHashMap<>();
        note(bytes, bytes.length, place, 0, findings);
        return List.copyOf(findings.values());
    }

    /** The content of one file. */
    public List<Finding> inFile(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return inStream(file.toString(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names and contents of everything below; files that vanish meanwhile, as a database's do, are no failure. */
    public List<Finding> inDirectory(Path directory) {
        List<Finding> findings = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path path : entries.sorted().toList()) {
                findings.addAll(inText("the name " + path, path.getFileName().toString()));
                findings.addAll(inEntry(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings;
    }

    private List<Finding> inEntry(Path path) {
        try {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                return inDirectory(path);
            }
            return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? inFile(path) : List.of();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return List.of();
            }
            throw e;
        }
    }

    /** Every row of every table that these connections can name, system tables too; use a superuser. */
    public List<Finding> inDatabase(DataSource database) {
        return new TableSearch(this).in(database);
    }

    /** One finding per word and disguise, at its first place. */
    private List<Finding> inStream(String place, InputStream in) throws IOException {
        Map<List<Object>, Finding> findings = new LinkedHashMap<>();
        byte[] buffer = new byte[CHUNK + patterns.longest()];
        int kept = 0;
        long before = 0;
        while (true) {
            int read = in.readNBytes(buffer, kept, CHUNK);
            note(buffer, kept + read, place, before, findings);
            if (read < CHUNK) {
                return List.copyOf(findings.values());
            }
            int keep = Math.min(patterns.longest() - 1, kept + read);
            System.arraycopy(buffer, kept + read - keep, buffer, 0, keep);
            before += kept + read - keep;
            kept = keep;
        }
    }

    private void note(byte[] buffer, int length, String place, long before, Map<List<Object>, Finding> findings) {
        patterns.search(
                buffer,
                length,
                (pattern, offset) -> findings.computeIfAbsent(
                        List.of(pattern.word(), pattern.encoding()),
                        key -> new Finding(
                                pattern.word(), pattern.encoding().name(), place + " at byte " + (before + offset))));
    }
}
