package org.troth.app.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.troth.postgres.Login;
import org.troth.vault.KeystoreFile;
import org.troth.vault.VaultRefused;

/** Production mode: everything is given and nothing made up; collects all that is missing before it refuses. */
final class ProductionGround {

    private static final List<String> TLS =
            List.of("server.ssl.bundle", "server.ssl.key-store", "server.ssl.certificate");

    private final ConfigurableEnvironment environment;
    private final PassphrasePrompt prompt;
    private final List<String> reasons = new ArrayList<>();

    private ProductionGround(ConfigurableEnvironment environment, PassphrasePrompt prompt) {
        this.environment = environment;
        this.prompt = prompt;
    }

    static Ground lay(ConfigurableEnvironment environment, PassphrasePrompt prompt) {
        return new ProductionGround(environment, prompt).lay();
    }

    private Ground lay() {
        ZoneId zone = Settings.zone(environment, null, reasons);
        URI origin = origin();
        String url = required(Settings.DATABASE_URL, "the JDBC address of the database, jdbc:postgresql://host/name");
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql://")) {
            reasons.add(Settings.DATABASE_URL + " must begin with jdbc:postgresql:// (PostgreSQL 15 or newer).");
        }
        if (url.contains("password=") || url.contains("user=")) {
            reasons.add(Settings.DATABASE_URL + " must not carry a user or a password.");
        }
        Login owner = login(Settings.OWNER, "the role that owns the schemas");
        Login application = login(Settings.APPLICATION, "the role that the running product uses");
        if (!owner.user().isEmpty() && owner.user().equals(application.user())) {
            reasons.add(Settings.OWNER + ".user and " + Settings.APPLICATION
                    + ".user are the same role: what runs must not own.");
        }
        Path home = home();
        Path keystore = keystore(home);
        Path epochs = path(Settings.EPOCHS, "the directory of the epoch keys, outside the database and its backups");
        char[] passphrase = passphrase(home);
        transport(origin);
        Mail mail = MailSettings.read(environment, this::secret, reasons);
        boolean demandsSecondStep = Settings.demandsSecondStep(environment, Mode.PRODUCTION, reasons);
        boolean blindIndex = Settings.blindIndex(environment, reasons);
        boolean complete = reasons.isEmpty();
        KeystoreFile root = complete ? root(keystore, passphrase) : null;
        Arrays.fill(passphrase, '\0');
        if (complete) {
            DatabaseCheck.check(new Database(url, owner, application), reasons);
            make(home);
        }
        if (root == null || !reasons.isEmpty()) {
            throw new StartRefused(reasons);
        }
        return new Ground(
                Mode.PRODUCTION,
                zone,
                origin,
                home,
                new Database(url, owner, application),
                Keys.of(root, epochs),
                mail,
                demandsSecondStep,
                blindIndex,
                () -> {});
    }

    private void make(Path home) {
        try {
            SecretFile.directory(home, "rwx------");
        } catch (UncheckedIOException e) {
            reasons.add(Settings.HOME + ": " + e.getMessage() + ".");
        }
    }

    /** Opens and asks for the acknowledged export; null, with a reason, when one of the two is not to be had. */
    private @Nullable KeystoreFile root(Path keystore, char[] passphrase) {
        try {
            KeystoreFile root = KeystoreFile.open(keystore, passphrase);
            root.requireAcknowledged();
            return root;
        } catch (VaultRefused e) {
            reasons.add(Settings.KEYSTORE + ": " + e.getMessage() + ".");
            return null;
        }
    }

    private String required(String name, String what) {
        String value = environment.getProperty(name, "").strip();
        if (value.isEmpty()) {
            reasons.add(name + " is missing: " + what + ".");
        }
        return value;
    }

    private Path path(String name, String what) {
        return Path.of(required(name, what)).toAbsolutePath().normalize();
    }

    private Path home() {
        return Path.of(environment.getProperty(Settings.HOME, ".troth"))
                .toAbsolutePath()
                .normalize();
    }

    private URI origin() {
        String origin = required(Settings.ORIGIN, "the address people use, https://host");
        URI none = URI.create("https://missing.invalid");
        if (origin.isEmpty()) {
            return none;
        }
        try {
            URI uri = new URI(origin);
            boolean bare = uri.getRawPath() == null || uri.getRawPath().isEmpty();
            if ("https".equals(uri.getScheme()) && uri.getHost() != null && bare && uri.getRawQuery() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            reasons.add(Settings.ORIGIN + " is no address.");
            return none;
        }
        reasons.add(Settings.ORIGIN + " must be https:// and a host, and nothing after it.");
        return none;
    }

    private Login login(String prefix, String what) {
        String user = required(prefix + ".user", what);
        String file = environment.getProperty(prefix + ".password-file", "").strip();
        String given = environment.getProperty(prefix + ".password", "");
        if (file.isEmpty() && given.isEmpty()) {
            reasons.add(prefix + ".password-file is missing: a file, closed to others, with that role's password.");
        }
        return new Login(user, file.isEmpty() ? given : secret(prefix + ".password-file", Path.of(file)));
    }

    private Path keystore(Path home) {
        Path keystore =
                path(Settings.KEYSTORE, "the file of the root key, made by 'keys new' (infra/docs/operating.md)");
        if (environment.getProperty(Settings.KEYSTORE, "").isBlank()) {
            return keystore;
        }
        if (!Files.isRegularFile(keystore)) {
            reasons.add(Settings.KEYSTORE + " names no file; production never makes a root key by itself.");
        } else if (isOfTrial(keystore) || liesBesidePassphrase(keystore, home)) {
            reasons.add(Settings.KEYSTORE + " is a trial's keystore: production needs one of its own.");
        } else {
            refuseUnlessPrivate(Settings.KEYSTORE, keystore);
        }
        return keystore;
    }

    private static boolean liesBesidePassphrase(Path keystore, Path home) {
        return keystore.startsWith(home) && Files.exists(home.resolve("passphrase"));
    }

    /** Whether it lies in the directory of a trial, wherever that is. */
    private static boolean isOfTrial(Path file) {
        for (Path at = file.getParent(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(SecretFile.DEMONSTRATION)) && Files.exists(at.resolve("passphrase"))) {
                return true;
            }
        }
        return false;
    }

    private char[] passphrase(Path home) {
        if (givenAsProperty()) {
            reasons.add(Settings.PASSPHRASE
                    + " must not be a property: use " + Settings.PASSPHRASE_FILE + ", the environment variable "
                    + Settings.PASSPHRASE_VARIABLE + " or the prompt.");
            return new char[0];
        }
        String file = environment.getProperty(Settings.PASSPHRASE_FILE, "").strip();
        if (!file.isEmpty()) {
            Path path = Path.of(file).toAbsolutePath().normalize();
            if (isOfTrial(path) || path.equals(home.resolve("passphrase"))) {
                reasons.add(Settings.PASSPHRASE_FILE + " is a trial's passphrase: production needs one of its own.");
                return new char[0];
            }
            return secret(Settings.PASSPHRASE_FILE, path).toCharArray();
        }
        Object variable = environment.getSystemEnvironment().get(Settings.PASSPHRASE_VARIABLE);
        if (variable != null && !variable.toString().isEmpty()) {
            return variable.toString().toCharArray();
        }
        char[] typed = prompt.ask("Passphrase of the keystore: ");
        if (typed == null || typed.length == 0) {
            reasons.add(Settings.PASSPHRASE_FILE
                    + " is missing: a file, closed to others, with the keystore's passphrase"
                    + " (or the environment variable " + Settings.PASSPHRASE_VARIABLE + ", or a terminal to ask at).");
            return new char[0];
        }
        return typed;
    }

    private boolean givenAsProperty() {
        return environment.getPropertySources().stream()
                .filter(source -> !source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME))
                .filter(EnumerablePropertySource.class::isInstance)
                .map(source -> (EnumerablePropertySource<?>) source)
                .flatMap(source -> Arrays.stream(source.getPropertyNames()))
                .anyMatch(Settings.PASSPHRASE::equals);
    }

    /** TLS of our own, or a proxy that is named; then, and only then, its forwarded headers count. */
    private void transport(URI origin) {
        boolean tls = TLS.stream().anyMatch(environment::containsProperty);
        String proxies = environment.getProperty(Settings.PROXY, "").strip();
        if (tls == !proxies.isEmpty()) {
            reasons.add(
                    tls
                            ? "Both TLS (server.ssl.*) and " + Settings.PROXY + " are set: choose one."
                            : "Neither TLS (server.ssl.certificate and server.ssl.certificate-private-key) nor "
                                    + Settings.PROXY
                                    + " (the proxy's addresses) is set: passwords would travel in the open.");
            return;
        }
        if (tls) {
            set(Map.of("server.forward-headers-strategy", "none"));
            return;
        }
        List<String> addresses =
                Arrays.stream(proxies.split(",")).map(String::strip).toList();
        if (addresses.stream().anyMatch(address -> !address.matches("[0-9a-fA-F.:]+"))) {
            reasons.add(Settings.PROXY + " is a list of addresses, such as 10.0.0.5, separated by commas.");
            return;
        }
        set(Map.of(
                "server.forward-headers-strategy",
                "native",
                "server.tomcat.remoteip.host-header",
                "X-Forwarded-Host",
                "server.tomcat.remoteip.internal-proxies",
                addresses.stream().map(address -> address.replace(".", "\\.")).collect(Collectors.joining("|"))));
    }

    private void set(Map<String, Object> settings) {
        environment.getPropertySources().addFirst(new MapPropertySource("troth production", settings));
    }

    private String secret(String name, Path file) {
        if (!Files.isReadable(file)) {
            reasons.add(name + " names no file that can be read.");
            return "";
        }
        refuseUnlessPrivate(name, file);
        String text = SecretFile.read(file).strip();
        if (text.isEmpty()) {
            reasons.add(name + " names an empty file.");
        }
        return text;
    }

    private void refuseUnlessPrivate(String name, Path file) {
        try {
            if (!SecretFile.isPrivate(file)) {
                reasons.add(name + " names a file that others can read: chmod 600.");
            }
        } catch (IOException e) {
            reasons.add(name + " names a file whose rights cannot be read.");
        }
    }

    /** Asks at the terminal; null where there is none. */
    interface PassphrasePrompt {
        char @Nullable [] ask(String question);
    }
}
