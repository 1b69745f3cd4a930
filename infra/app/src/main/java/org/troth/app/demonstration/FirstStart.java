package org.troth.app.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.troth.app.ground.Ground;
import org.troth.app.ground.SecretFile;
import org.troth.command.account.FirstAdministrator;

/** In production: as long as the first administrator has not chosen a password, leaves them a new code at every start. */
final class FirstStart {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private FirstStart() {}

    static void invite(Ground ground, FirstAdministrator first) {
        Path file = ground.home().resolve("first-administrator.txt");
        try {
            var code = first.invite("administrator");
            if (code.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Files.createDirectories(ground.home());
            SecretFile.write(file, """
                    The first administrator opens their account at %s/accounts/opening

                    name  administrator
                    code  %s

                    The code holds for seven days, or until the next start.
                    """.formatted(ground.origin(), code.get()));
            LOG.info("The first administrator has not chosen a password yet: their code is in {}", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
