package org.troth.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The data directory: created in one step with roles and database, or recognised as one that this version can serve. */
record Cluster(Path data, Passwords passwords) {

    static final String DATABASE = "troth";

    static Cluster openOrCreate(Path home, RunAs runAs, Binaries binaries, Consumer<PostgresStage> progress)
            throws IOException {
        Path data = runAs.data();
        Tree.delete(creating(runAs));
        if (!Files.exists(data)) {
            progress.accept(PostgresStage.CREATING);
            return create(home, runAs, binaries);
        }
        refuseUnlessOurs(data);
        if (runAs.asRoot() && Tree.ownerOf(data) != runAs.uid()) {
            Tree.giveAll(data, runAs.uid(), runAs.gid());
        }
        Tree.setMode(data, "rwx------");
        Optional<Passwords> kept = Passwords.keptIn(home);
        return new Cluster(data, kept.isPresent() ? kept.get() : renewPasswords(home, runAs, binaries));
    }

    private static Path creating(RunAs runAs) {
        return runAs.place().resolve("creating");
    }

    private static Cluster create(Path home, RunAs runAs, Binaries binaries) throws IOException {
        Passwords passwords = Passwords.generated();
        Path creating = creating(runAs);
        Path password = creating.resolve("password");
        Path data = creating.resolve("data");
        Tree.createDirectory(creating, "rwx------");
        Tree.writeSecret(password, List.of(passwords.superuser().password()));
        if (runAs.asRoot()) {
            Tree.giveAll(creating, runAs.uid(), runAs.gid());
        }
        Command made = Command.run(
                runAs.soon(List.of(
                        binaries.initdb(),
                        "--pgdata=" + data,
                        "--username=" + passwords.superuser().user(),
                        "--auth=scram-sha-256",
                        "--pwfile=" + password,
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--text-search-config=simple",
                        "--data-checksums",
                        "--no-instructions")),
                runAs.place(),
                "");
        refuseUnless(made, "creating its data", runAs.place());
        Files.writeString(
                data.resolve("pg_hba.conf"),
                "# Loopback with a password; nothing else.\nhost all all 127.0.0.1/32 scram-sha-256\n",
                StandardCharsets.UTF_8);
        alone(
                runAs,
                binaries,
                data,
                List.of(
                        "create role " + Passwords.OWNER + " login",
                        "create role " + Passwords.APPLICATION + " login",
                        password(passwords.owner()),
                        password(passwords.application()),
                        "create database " + DATABASE + " owner " + Passwords.OWNER,
                        "revoke all on database " + DATABASE + " from public",
                        "grant connect on database " + DATABASE + " to " + Passwords.APPLICATION,
                        // So that the owner can make schemas that belong to the application.
                        "grant " + Passwords.APPLICATION + " to " + Passwords.OWNER));
        passwords.keepIn(home);
        Files.move(data, runAs.data(), StandardCopyOption.ATOMIC_MOVE);
        Tree.delete(creating);
        return new Cluster(runAs.data(), passwords);
    }

    /** Whoever can delete the file of passwords owns the data; so its loss costs nothing but new ones. */
    private static Passwords renewPasswords(Path home, RunAs runAs, Binaries binaries) throws IOException {
        Passwords passwords = Passwords.generated();
        alone(
                runAs,
                binaries,
                runAs.data(),
                List.of(
                        password(passwords.superuser()),
                        password(passwords.owner()),
                        password(passwords.application())));
        passwords.keepIn(home);
        return passwords;
    }

    private static String password(Login login) {
        return "alter role " + login.user() + " password '" + login.password() + "'";
    }

    /** Runs statements in PostgreSQL's single-user mode: no port, no password, and nothing in a process list. */
    private static void alone(RunAs runAs, Binaries binaries, Path data, List<String> statements) throws IOException {
        List<String> words = new ArrayList<>(List.of(binaries.postgres(), "--single", "-D", data.toString()));
        ServerOptions.quiet().forEach(option -> words.addAll(List.of("-c", option)));
        words.addAll(List.of("-c", "exit_on_error=on", "postgres"));
        Command done = Command.run(runAs.soon(words), runAs.place(), String.join("\n", statements) + "\n");
        refuseUnless(done, "preparing its roles", runAs.place());
    }

    private static void refuseUnless(Command done, String step, Path place) {
        if (!done.succeeded()) {
            throw PostgresRefused.meansDiskFull(done.said())
                    ? PostgresRefused.diskFull(place)
                    : PostgresRefused.failed(step, done.reason());
        }
    }

    private static void refuseUnlessOurs(Path data) throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (!Files.isRegularFile(version)) {
            throw PostgresRefused.notOurs(data);
        }
        String found = Files.readString(version, StandardCharsets.UTF_8).strip();
        if (!found.equals(Binaries.MAJOR)) {
            throw PostgresRefused.foreignVersion(data, found, Binaries.MAJOR);
        }
    }
}
