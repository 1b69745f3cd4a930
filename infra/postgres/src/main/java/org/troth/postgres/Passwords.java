package org.troth.postgres;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The generated passwords of the three roles, kept in a file that its owner alone can read. */
record Passwords(Login superuser, Login owner, Login application) {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "troth_owner";
    static final String APPLICATION = "troth_app";
    static final String FILE = "passwords";

    static Passwords generated() {
        return new Passwords(fresh(SUPERUSER), fresh(OWNER), fresh(APPLICATION));
    }

    /** What an earlier start kept, or nothing when the file is absent or incomplete. */
    static Optional<Passwords> keptIn(Path home) throws IOException {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            kept.load(reader);
        }
        for (String role : List.of(SUPERUSER, OWNER, APPLICATION)) {
            if (!kept.getProperty(role, "").matches("[A-Za-z0-9_-]{32}")) {
                return Optional.empty();
            }
        }
        Tree.setMode(file, "rw-------");
        return Optional.of(new Passwords(read(kept, SUPERUSER), read(kept, OWNER), read(kept, APPLICATION)));
    }

    void keepIn(Path home) throws IOException {
        Path file = home.resolve(FILE);
        Tree.writeSecret(
                file,
                List.of(
                        "# Passwords of the PostgreSQL kept here, for its operator alone.",
                        line(superuser),
                        line(owner),
                        line(application)));
        Tree.giveToOwnerOf(home, file);
    }

    private static String line(Login login) {
        return login.user() + "=" + login.password();
    }

    private static Login read(Properties kept, String role) {
        return new Login(role, kept.getProperty(role));
    }

    private static Login fresh(String role) {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return new Login(role, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
