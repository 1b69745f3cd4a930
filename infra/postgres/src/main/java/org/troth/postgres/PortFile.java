package org.troth.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Remembers the port of the last run, so that an operator's connection settings stay good. */
final class PortFile {

    private PortFile() {}

    /** The last port, or 0 when none is known. */
    static int read(Path home) throws IOException {
        Path file = home.resolve("port");
        if (!Files.exists(file)) {
            return 0;
        }
        String text = Files.readString(file, StandardCharsets.UTF_8).strip();
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        return port <= 65_535 ? port : 0;
    }

    static void write(Path home, int port) throws IOException {
        Path file = home.resolve("port");
        Files.writeString(file, port + "\n", StandardCharsets.UTF_8);
        Tree.giveToOwnerOf(home, file);
    }
}
