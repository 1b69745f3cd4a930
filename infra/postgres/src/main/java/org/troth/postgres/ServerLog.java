package org.troth.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** PostgreSQL's own log, and what the part written since a mark says about an end. */
final class ServerLog {

    private static final long KEEP_BYTES = 8 << 20;

    /** Why a server ended instead of serving. */
    enum Ending {
        PORT_IN_USE,
        STILL_THERE,
        DISK_FULL,
        OTHER
    }

    private final Path home;
    private final Path file;
    private long mark;

    private ServerLog(Path home) {
        this.home = home;
        this.file = home.resolve("postgres.log");
    }

    static ServerLog in(Path home) {
        return new ServerLog(home);
    }

    Path file() {
        return file;
    }

    /** Sets a large log aside, keeping one older one, and remembers where new words begin. */
    void mark() throws IOException {
        if (Files.exists(file) && Files.size(file) > KEEP_BYTES) {
            Files.move(file, file.resolveSibling("postgres.1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        Tree.setMode(file, "rw-------");
        Tree.giveToOwnerOf(home, file);
        mark = Files.size(file);
    }

    Ending whyItEnded() throws IOException {
        String text = sinceMark();
        if (PostgresRefused.meansDiskFull(text)) {
            return Ending.DISK_FULL;
        }
        if (text.contains("could not create any TCP/IP sockets") || text.contains("Address already in use")) {
            return Ending.PORT_IN_USE;
        }
        if (text.contains("is still in use") || text.contains("lock file \"postmaster.pid\" already exists")) {
            return Ending.STILL_THERE;
        }
        return Ending.OTHER;
    }

    /** The most telling lines since the mark. */
    String lastWords() throws IOException {
        List<String> lines = sinceMark()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> fatal = lines.stream()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC"))
                .toList();
        List<String> telling = fatal.isEmpty() ? lines : fatal;
        return telling.isEmpty() ? "it said nothing; see " + file : telling.get(telling.size() - 1);
    }

    private String sinceMark() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(mark);
            return new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
        }
    }
}
