package org.troth.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainingFailureTest {

    private static final Path PLACE = Path.of("/somewhere/postgres");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "PORT_IN_USE, FATAL:  could not create any TCP/IP sockets",
        "STILL_THERE, 'FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use'",
        "STILL_THERE, 'FATAL:  lock file \"postmaster.pid\" already exists'",
        "DISK_FULL, 'FATAL:  could not write lock file \"postmaster.pid\": No space left on device'",
        "DISK_FULL, 'PANIC:  could not extend file: Disk quota exceeded'",
        "OTHER, 'FATAL:  something new'"
    })
    void readsTheReasonInTheServersWords(ServerLog.Ending ending, String line) throws IOException {
        ServerLog log = ServerLog.in(directory);
        Files.writeString(log.file(), "PANIC: of yesterday, No space left on device\n", StandardCharsets.UTF_8);
        log.mark();
        Files.writeString(log.file(), "LOG: starting\n" + line + "\nLOG: down\n", StandardOpenOption.APPEND);
        assertThat(log.whyItEnded()).isEqualTo(ending);
        assertThat(log.lastWords()).isEqualTo(line);
    }

    @Test
    void saysThatTheDiskIsFull() {
        assertThat(PostgresRefused.io(PLACE, new FileSystemException("/x", null, "No space left on device")))
                .hasMessageContaining("The disk that holds /somewhere/postgres is full");
    }

    @Test
    void saysWhatMayNotBeTouched() {
        assertThat(PostgresRefused.io(PLACE, new AccessDeniedException("/x/lock")))
                .hasMessage("/x/lock cannot be read or written by this user.");
    }

    @Test
    void setsALargeLogAside() throws IOException {
        ServerLog log = ServerLog.in(directory);
        Files.write(log.file(), new byte[9 << 20]);
        log.mark();
        assertThat(log.file()).isEmptyFile();
        assertThat(directory.resolve("postgres.1.log")).hasSize(9 << 20);
    }

    @Test
    void neverShowsAPassword() {
        assertThat(new Login("troth_app", "hidden-word")).asString().isEqualTo("Login[troth_app]");
        assertThat(Passwords.generated().toString())
                .doesNotContain(Passwords.generated().owner().password());
        Passwords passwords = Passwords.generated();
        assertThat(passwords.toString()).doesNotContain(passwords.superuser().password());
    }
}
