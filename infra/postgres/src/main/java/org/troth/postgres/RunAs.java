package org.troth.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * With whose rights the server runs and where its data therefore lie; every way was tried out before it is chosen.
 *
 * @param way how root's rights are kept away
 * @param place the directory of data and binaries
 * @param uid who must own the data
 * @param gid the group of the data
 * @param drop the words before a command that give up rights
 * @param bound further words that tie a lasting server to this process and part it from the terminal
 */
record RunAs(Way way, Path place, int uid, int gid, List<String> drop, List<String> bound) {

    private static final String PLACE_NAME = "place";
    private static final List<String> UNTIL_WE_DIE = List.of("setpriv", "--pdeathsig", "INT");
    private static final List<String> OWN_SESSION = List.of("setsid");

    /** A command that ends soon, such as the creation of the data. */
    List<String> soon(List<String> words) {
        return concat(drop, words);
    }

    /** A server, which ends with this process and does not hear the terminal's Ctrl-C before us. */
    List<String> lasting(List<String> words) {
        return concat(drop, bound, words);
    }

    boolean asRoot() {
        return way != Way.SAME_USER;
    }

    Path data() {
        return place.resolve("data");
    }

    /** The shared cache where these rights can reach it, else beside the data. */
    Path binaries(PostgresSettings settings) throws IOException {
        Path shared = settings.binaries();
        if (shared == null) {
            return place;
        }
        Tree.createDirectory(shared, "rwxr-xr-x");
        return Command.works(soon(reach(shared)), place) ? shared : place;
    }

    static RunAs choose(PostgresSettings settings, Set<Way> allowed) throws IOException {
        int self = Account.own();
        Path home = settings.home();
        if (self != 0) {
            Tree.createDirectory(home, "rwx------");
            refuseForeign(home, self);
            Path place = placeOf(home);
            refuseForeign(place.resolve("data"), self);
            return new RunAs(Way.SAME_USER, place, self, Tree.groupOf(home), List.of(), bound(List.of(), home));
        }
        Tree.createDirectory(home, "rwx--x--x");
        Path place = placeOf(home);
        if (Tree.ownerOf(home) == 0) {
            Tree.setMode(home, "rwx--x--x");
        }
        Optional<RunAs> here = rootIn(place, allowed);
        if (here.isPresent()) {
            return here.get();
        }
        if (place.equals(home) && !Files.exists(place.resolve("data")) && allowed.contains(Way.STATE_DIRECTORY)) {
            byte[] name = new byte[8];
            new SecureRandom().nextBytes(name);
            Path elsewhere = settings.stateDirectory()
                    .resolve("postgres-" + HexFormat.of().formatHex(name));
            Tree.createDirectory(elsewhere, "rwx--x--x");
            Optional<RunAs> there =
                    Account.nobody().flatMap(nobody -> otherUser(Way.STATE_DIRECTORY, nobody, elsewhere));
            if (there.isPresent()) {
                Tree.writeSecret(home.resolve(PLACE_NAME), List.of(elsewhere.toString()));
                return there.get();
            }
            Files.delete(elsewhere);
        }
        throw PostgresRefused.noUserFor(home);
    }

    private static Optional<RunAs> rootIn(Path place, Set<Way> allowed) throws IOException {
        Path data = place.resolve("data");
        Optional<Account> nobody = Account.nobody();
        int owner = Files.exists(data) ? Tree.ownerOf(data) : 0;
        boolean someoneElses = owner != 0
                && nobody.map(Account::uid).filter(uid -> uid == owner).isEmpty();
        if (someoneElses) {
            Optional<RunAs> asOwner = Account.of(owner).flatMap(account -> otherUser(Way.OTHER_USER, account, place));
            if (asOwner.isEmpty()) {
                throw PostgresRefused.wrongOwner(data, Account.nameOf(owner), "root");
            }
            return asOwner;
        }
        Optional<RunAs> chosen = Optional.empty();
        if (allowed.contains(Way.OTHER_USER)) {
            chosen = nobody.flatMap(account -> otherUser(Way.OTHER_USER, account, place));
        }
        if (chosen.isEmpty() && allowed.contains(Way.NAMESPACE)) {
            List<String> drop = List.of("unshare", "--user");
            if (Command.works(concat(drop, reach(place)), place)) {
                chosen = Optional.of(new RunAs(Way.NAMESPACE, place, 0, 0, drop, bound(drop, place)));
            }
        }
        return chosen;
    }

    private static Optional<RunAs> otherUser(Way way, Account account, Path place) {
        List<String> drop = List.of(
                "setpriv",
                "--reuid=" + account.uid(),
                "--regid=" + account.gid(),
                "--clear-groups",
                "--no-new-privs",
                "--inh-caps=-all");
        return Command.works(concat(drop, reach(place)), place)
                ? Optional.of(new RunAs(way, place, account.uid(), account.gid(), drop, bound(drop, place)))
                : Optional.empty();
    }

    /** The strongest tie to this process that the machine offers; possibly none. */
    private static List<String> bound(List<String> drop, Path directory) {
        List<String> words = new ArrayList<>();
        for (List<String> tie : List.of(OWN_SESSION, UNTIL_WE_DIE)) {
            if (Command.works(concat(drop, tie, List.of("true")), directory)) {
                words.addAll(tie);
            }
        }
        return List.copyOf(words);
    }

    /** Succeeds for a user that can go into the directory, through every directory above it. */
    private static List<String> reach(Path directory) {
        return List.of("sh", "-c", "cd / && cd -- \"$1\"", "sh", directory.toString());
    }

    /** Where earlier starts put the data: here, or where the note left here says. */
    private static Path placeOf(Path home) throws IOException {
        Path note = home.resolve(PLACE_NAME);
        if (!Files.exists(note)) {
            return home;
        }
        Path place = Path.of(Files.readString(note, StandardCharsets.UTF_8).strip());
        if (!place.isAbsolute() || !Files.isDirectory(place)) {
            throw PostgresRefused.failed("looking for its data", "the directory named in " + note + " is gone");
        }
        return place;
    }

    private static void refuseForeign(Path path, int self) throws IOException {
        if (Files.exists(path) && Tree.ownerOf(path) != self) {
            throw PostgresRefused.wrongOwner(path, Account.nameOf(Tree.ownerOf(path)), Account.nameOf(self));
        }
    }

    @SafeVarargs
    private static List<String> concat(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }
}
