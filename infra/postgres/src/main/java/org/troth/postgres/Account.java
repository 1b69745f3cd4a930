package org.troth.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A user of this machine as far as a server needs one. */
record Account(String name, int uid, int gid) {

    static int own() throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }

    /** The user that owns nothing by custom; PostgreSQL wants one that has a name. */
    static Optional<Account> nobody() throws IOException {
        return find(account -> account.name.equals("nobody") && account.uid != 0);
    }

    static Optional<Account> of(int uid) throws IOException {
        return find(account -> account.uid == uid);
    }

    static String nameOf(int uid) throws IOException {
        return of(uid).map(Account::name).orElse("number " + uid);
    }

    private static Optional<Account> find(Predicate<Account> wanted) throws IOException {
        Path accounts = Path.of("/etc/passwd");
        if (!Files.exists(accounts)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(accounts, StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> line.split(":", -1))
                    .filter(parts -> parts.length >= 4 && parts[2].matches("\\d{1,9}") && parts[3].matches("\\d{1,9}"))
                    .map(parts -> new Account(parts[0], Integer.parseInt(parts[2]), Integer.parseInt(parts[3])))
                    .filter(wanted)
                    .findFirst();
        }
    }
}
