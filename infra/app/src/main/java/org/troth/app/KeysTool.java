package org.troth.app;

import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.troth.vault.KeystoreFile;
import org.troth.vault.VaultRefused;

/** What an operator does with the root key before production can start: make it, export it, acknowledge the export. */
final class KeysTool {

    private static final String USAGE = """
            keys new KEYSTORE                      makes a root key
            keys export KEYSTORE RECOVERY          writes a copy under a passphrase of its own
            keys acknowledge KEYSTORE RECOVERY     reads the copy back; from then on production starts

            Passphrases are asked for, or taken from TROTH_KEYS_PASSPHRASE and TROTH_RECOVERY_PASSPHRASE.""";

    private final Map<String, String> environment;
    private final PrintStream out;

    KeysTool(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /** Answers the status to exit with. */
    int run(String... words) {
        boolean copies = words.length == 4 && (words[1].equals("export") || words[1].equals("acknowledge"));
        if (!copies && !(words.length == 3 && words[1].equals("new"))) {
            out.println(USAGE);
            return 2;
        }
        Path keystore = Path.of(words[2]);
        char[] passphrase = passphrase("TROTH_KEYS_PASSPHRASE", "Passphrase of the keystore: ");
        char[] recovery = copies ? passphrase("TROTH_RECOVERY_PASSPHRASE", "Passphrase of the copy: ") : null;
        try {
            if (passphrase == null || (copies && recovery == null)) {
                out.println("There is no terminal to ask for a passphrase at, and no environment variable with it.");
                return 2;
            }
            act(words, keystore, passphrase, recovery);
            return 0;
        } catch (VaultRefused e) {
            out.println(e.getMessage());
            return 1;
        } finally {
            wipe(passphrase);
            wipe(recovery);
        }
    }

    private void act(String[] words, Path keystore, char[] passphrase, char @Nullable [] recovery) {
        if (recovery == null) {
            KeystoreFile.create(keystore, passphrase);
            out.println("Made " + keystore + ". Export it and acknowledge the export before production can start.");
        } else if (words[1].equals("export")) {
            KeystoreFile.open(keystore, passphrase).export(Path.of(words[3]), recovery);
            out.println("Exported to " + words[3] + ". Keep it and its passphrase in two other places.");
        } else {
            KeystoreFile.open(keystore, passphrase).acknowledge(Path.of(words[3]), recovery);
            out.println("The copy holds this very root key. Production can start with it.");
        }
    }

    private char @Nullable [] passphrase(String variable, String question) {
        String given = environment.get(variable);
        if (given != null && !given.isEmpty()) {
            return given.toCharArray();
        }
        Console console = System.console();
        return console == null ? null : console.readPassword("%s", question);
    }

    private static void wipe(char @Nullable [] passphrase) {
        if (passphrase != null) {
            Arrays.fill(passphrase, '\0');
        }
    }
}
