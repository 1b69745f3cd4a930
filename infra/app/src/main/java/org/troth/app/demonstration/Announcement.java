package org.troth.app.demonstration;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.troth.app.ground.Ground;
import org.troth.app.ground.SecretFile;

/** What a trial tells its operator when it is ready: the address, the accounts, and where the rest is written. */
final class Announcement {

    static final String ACCOUNTS = "accounts.txt";

    private Announcement() {}

    static void print(Ground ground, PrintStream out) {
        Path accounts = ground.home().resolve(ACCOUNTS);
        out.println();
        out.println("Troth is ready: " + ground.origin());
        if (Files.exists(accounts)) {
            SecretFile.read(accounts)
                    .lines()
                    .filter(line -> line.contains("  password "))
                    .forEach(line -> out.println("  " + line));
            out.println("  tokens for the API: " + accounts);
        }
        out.println("  the database:       " + ground.home().resolve("database.txt"));
        out.println("A trial: this machine only, invented people. Ctrl-C ends it; nothing is lost.");
        out.println();
    }
}
