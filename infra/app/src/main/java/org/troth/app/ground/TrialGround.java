package org.troth.app.ground;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.troth.postgres.PostgresRefused;
import org.troth.postgres.PostgresServer;
import org.troth.postgres.PostgresSettings;

/** Trial mode: a database, a keystore and an address made on the spot, all of it within one directory and this machine. */
final class TrialGround {

    private static final Logger LOG = LoggerFactory.getLogger(TrialGround.class);
    private static final int FIRST_PORT = 8080;
    private static final int LAST_PORT = 8099;
    private static final List<String> ADDRESSES = List.of("server.address", "management.server.address");

    private TrialGround() {}

    static Ground lay(ConfigurableEnvironment environment) {
        List<String> reasons = new ArrayList<>();
        ADDRESSES.forEach(name -> refuseUnlessLoopback(name, environment.getProperty(name), reasons));
        for (String name : Settings.PRODUCTION_ONLY) {
            if (environment.containsProperty(name)) {
                reasons.add(name + " is set, but trial mode makes its own: set troth.mode=production, or remove it.");
            }
        }
        ZoneId zone = Settings.zone(environment, "Europe/London", reasons);
        boolean demandsSecondStep = Settings.demandsSecondStep(environment, Mode.TRIAL, reasons);
        boolean blindIndex = Settings.blindIndex(environment, reasons);
        if (!reasons.isEmpty()) {
            throw new StartRefused(reasons);
        }
        Path home = Path.of(environment.getProperty(Settings.HOME, ".troth"))
                .toAbsolutePath()
                .normalize();
        // Before anything is made: what is refused leaves nothing behind.
        int port = port(environment);
        TrialHome files = TrialHome.in(home);
        Keys keys = Keys.openOrCreate(
                home.resolve("keys").resolve("root.bcfks"), files.passphrase(), home.resolve("epochs"));
        PostgresServer postgres = startPostgres(environment, home);
        try {
            writeConnection(files, postgres);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
        String address = environment.getProperty("server.address", "127.0.0.1");
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("troth trial", Map.of("server.address", address, "server.port", port)));
        String host = address.contains(":") ? "[" + address + "]" : address;
        return new Ground(
                Mode.TRIAL,
                zone,
                URI.create("http://" + host + ":" + port),
                home,
                new Database(postgres.url(), postgres.owner(), postgres.application()),
                keys,
                null,
                demandsSecondStep,
                blindIndex,
                postgres::close);
    }

    private static PostgresServer startPostgres(ConfigurableEnvironment environment, Path home) {
        PostgresSettings settings = PostgresSettings.in(home.resolve("postgres"));
        String shared = environment.getProperty(Settings.TRIAL_BINARIES);
        try {
            return PostgresServer.start(
                    shared == null ? settings : settings.withBinariesIn(Path.of(shared)),
                    stage -> LOG.info("PostgreSQL: {}", stage.words()));
        } catch (PostgresRefused e) {
            throw StartRefused.because(String.valueOf(e.getMessage()));
        }
    }

    static void refuseUnlessLoopback(String name, @Nullable String address, List<String> reasons) {
        if (address == null) {
            return;
        }
        try {
            if (!InetAddress.getByName(address).isLoopbackAddress()) {
                reasons.add(
                        name + "=" + address
                                + " would let other machines in, and trial mode serves this machine alone: use 127.0.0.1, or production mode.");
            }
        } catch (UnknownHostException e) {
            reasons.add(name + "=" + address + " is no address of this machine.");
        }
    }

    /** The port that was asked for, or the first free one; 0 asks the system. */
    private static int port(ConfigurableEnvironment environment) {
        String asked = environment.getProperty("server.port");
        if (asked == null) {
            for (int port = FIRST_PORT; port <= LAST_PORT; port++) {
                if (isFree(port)) {
                    return port;
                }
            }
            throw StartRefused.because("Every port from %d to %d is in use: choose another with server.port."
                    .formatted(FIRST_PORT, LAST_PORT));
        }
        int port = portOf(asked);
        if (port == 0) {
            return anyPort();
        }
        if (!isFree(port)) {
            throw StartRefused.because(
                    "Port %d is in use by another process: stop that one, or choose another with server.port."
                            .formatted(port));
        }
        return port;
    }

    private static int portOf(String asked) {
        try {
            int port = Integer.parseInt(asked.strip());
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            LOG.debug("not a number", e);
        }
        throw StartRefused.because("server.port must be a number from 0 to 65535.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw StartRefused.because("No port is free on this machine.");
        }
    }

    private static void writeConnection(TrialHome files, PostgresServer postgres) {
        String port = Integer.toString(postgres.port());
        files.write("database.txt", """
                The trial database, as its owner. It runs while Troth runs.

                url       %s
                user      %s
                password  %s

                PGPASSWORD='%s' psql -h 127.0.0.1 -p %s -U %s %s
                """.formatted(
                        postgres.url(),
                        postgres.owner().user(),
                        postgres.owner().password(),
                        postgres.owner().password(),
                        port,
                        postgres.owner().user(),
                        postgres.url().substring(postgres.url().lastIndexOf('/') + 1)));
    }
}
