package org.troth.app.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.troth.app.TrothApplication;
import org.troth.query.rebuild.LiveViews;

/** A trial of its own in a new directory, started as an operator starts it, with a small demonstration in it. */
final class RunningTroth implements AutoCloseable {

    private static final int PARTICIPANTS = 14;
    private static final Pattern ACCOUNT = Pattern.compile("(?m)^\\S+ +name (\\S+) +password (\\S+)$");

    private final Path home;
    private final ConfigurableApplicationContext context;

    RunningTroth() {
        try {
            home = Files.createTempDirectory("troth stories");
            // The database runs as another user when this one is root: it must be able to walk to its own directory.
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context = TrothApplication.application()
                .run(
                        "--troth.home=" + home.resolve(".troth"),
                        "--troth.trial.binaries=" + reactorRoot().resolve("target/postgresql"),
                        "--troth.demonstration.participants=" + PARTICIPANTS,
                        "--server.port=0");
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("server.port"));
    }

    /** The password of a sample account, from the file an operator would read it in. */
    String password(String name) {
        Matcher line = ACCOUNT.matcher(accounts());
        while (line.find()) {
            if (line.group(1).equals(name)) {
                return line.group(2);
            }
        }
        throw new AssertionError("no sample account called " + name);
    }

    /** The addresses of every page the product has, with {@code {id}} for whatever varies. */
    Set<String> pages() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern ->
                        !pattern.startsWith("/api/") && !pattern.startsWith("/v3/") && !pattern.startsWith("/actuator"))
                .map(pattern -> pattern.replaceAll("\\{[^}]*}", "{id}"))
                .filter(pattern -> !pattern.equals("/leave"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The patterns of everything of ours that answers a GET, pages and answers of the API alike. */
    Set<String> routes() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith("org.troth."))
                .map(Map.Entry::getKey)
                .filter(mapping -> mapping.getMethodsCondition().getMethods().isEmpty()
                        || mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The token of a sample account of this role, from the same file. */
    String token(String role) {
        Matcher line = Pattern.compile("(?im)^" + role + " +(\\S{30,})$").matcher(accounts());
        if (!line.find()) {
            throw new AssertionError("no token of a " + role);
        }
        return line.group(1);
    }

    /** Does this while every view stands still. */
    void whileViewsStand(Runnable what) {
        LiveViews views = context.getBean(LiveViews.class);
        views.pause();
        try {
            what.run();
        } finally {
            views.resume();
        }
    }

    /** While this is open nothing can be added to the record, as when its disk has failed. */
    AutoCloseable refusingToRecord() throws SQLException {
        Map<String, String> told = new HashMap<>();
        for (String line : read("database.txt").lines().toList()) {
            String[] words = line.strip().split(" +", 2);
            told.put(words[0], words.length > 1 ? words[1] : "");
        }
        Connection holding = DriverManager.getConnection(
                told.getOrDefault("url", ""), told.getOrDefault("user", ""), told.getOrDefault("password", ""));
        holding.setAutoCommit(false);
        try (Statement statement = holding.createStatement()) {
            statement.execute("select * from facts.head for update");
        }
        return holding;
    }

    private String accounts() {
        return read("accounts.txt");
    }

    private String read(String name) {
        try {
            return Files.readString(home.resolve(".troth").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The topmost directory of the build, so that PostgreSQL is unpacked once for all modules. */
    static Path reactorRoot() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw"))) {
                return at;
            }
        }
        throw new AssertionError("these tests run inside the build");
    }

    @Override
    public void close() {
        context.close();
        try {
            List<Path> all;
            try (Stream<Path> found = Files.walk(home)) {
                all = found.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
