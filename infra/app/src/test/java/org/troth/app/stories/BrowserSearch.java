package org.troth.app.stories;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a Chromium on this machine, or gets one: the browser that was named, an installed one, one that Playwright fetched
 * before, one that Playwright fetches now, and, as root, the distribution's package. Where none can be had it fails, for a
 * story that was not walked has not been tested.
 */
final class BrowserSearch {

    /** Names the browser's program, for those who want to choose it. */
    static final String NAMED = "troth.browser";

    private static final Logger LOG = LoggerFactory.getLogger(BrowserSearch.class);
    private static final Duration DOWNLOAD = Duration.ofMinutes(4);
    private static final Duration DOWNLOAD_SILENCE = Duration.ofSeconds(30);
    private static final Duration PACKAGE = Duration.ofMinutes(8);
    private static final List<String> PROGRAMS = List.of(
            "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "google-chrome-beta");
    private static final List<String> PLACES = List.of(
            "/usr/bin",
            "/usr/local/bin",
            "/usr/lib/chromium",
            "/usr/lib64/chromium-browser",
            "/opt/google/chrome",
            "/snap/bin",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    private final Map<String, String> environment;
    private final @Nullable String named;
    private final List<String> tried = new ArrayList<>();
    private final Set<Path> refused = new HashSet<>();

    BrowserSearch(Map<String, String> environment, @Nullable String named) {
        this.environment = environment;
        this.named = named;
    }

    /** The first browser that starts; {@code start} throws where one does not. */
    <B> B first(Function<Path, B> start) {
        if (named != null && !named.isBlank()) {
            return attempt(Path.of(named), start).orElseThrow(this::none);
        }
        return among(installed(), start)
                .or(() -> among(fetchedBefore(), start))
                .or(() -> fetch() ? among(fetchedBefore(), start) : Optional.empty())
                .or(() -> installPackage() ? among(installed(), start) : Optional.empty())
                .orElseThrow(this::none);
    }

    List<Path> installed() {
        List<Path> found = new ArrayList<>();
        List<String> places =
                new ArrayList<>(List.of(environment.getOrDefault("PATH", "").split(File.pathSeparator)));
        places.addAll(PLACES);
        for (String place : places) {
            if (place.isBlank()) {
                continue;
            }
            Path at = Path.of(place);
            if (Files.isRegularFile(at)) {
                add(found, at);
            }
            PROGRAMS.forEach(program -> add(found, at.resolve(program)));
        }
        return found;
    }

    /** What Playwright keeps, newest first. */
    List<Path> fetchedBefore() {
        List<Path> found = new ArrayList<>();
        Path cache = cache();
        if (!Files.isDirectory(cache)) {
            tried.add("nothing fetched before in " + cache);
            return found;
        }
        try (DirectoryStream<Path> browsers = Files.newDirectoryStream(cache, "chromium-*")) {
            for (Path browser : browsers) {
                try (DirectoryStream<Path> systems = Files.newDirectoryStream(browser, "chrome-*")) {
                    for (Path system : systems) {
                        add(found, system.resolve("chrome"));
                        add(found, system.resolve("Chromium.app/Contents/MacOS/Chromium"));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.reverseOrder());
        return found;
    }

    private <B> Optional<B> among(List<Path> programs, Function<Path, B> start) {
        return programs.stream()
                .filter(program -> !refused.contains(program))
                .flatMap(program -> attempt(program, start).stream())
                .findFirst();
    }

    private <B> Optional<B> attempt(Path program, Function<Path, B> start) {
        try {
            B started = start.apply(program);
            LOG.info("Browser tests use {}", program);
            return Optional.of(started);
        } catch (RuntimeException e) {
            refused.add(program);
            tried.add(program + " did not start: " + firstLine(e));
            return Optional.empty();
        }
    }

    private boolean fetch() {
        LOG.info("Browser tests found no browser on this machine; asking Playwright for its own");
        Driver driver = Driver.ensureDriverInstalled(environment, false);
        ProcessBuilder install = driver.createProcessBuilder();
        install.command().addAll(List.of("install", "--no-shell", "chromium"));
        install.environment().put("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT", "10000");
        return run("Playwright's download", install, DOWNLOAD, DOWNLOAD_SILENCE);
    }

    /** A package may repair what did not start before. */
    private boolean installPackage() {
        refused.clear();
        if (!isRoot()) {
            tried.add("the distribution's package: only root may install one");
            return false;
        }
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            tried.add("the distribution's package: no apt-get here");
            return false;
        }
        Path lock = Path.of(System.getProperty("java.io.tmpdir"), "troth-browser.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            LOG.info(
                    "Browser tests install the distribution's Chromium (once for this machine, {} held)",
                    held.isValid());
            return run("apt-get update", apt("update"), PACKAGE, PACKAGE)
                    && run(
                            "apt-get install chromium",
                            apt("install", "--yes", "--no-install-recommends", "chromium"),
                            PACKAGE,
                            PACKAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder apt(String... words) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/apt-get", "-q", "-o", "DPkg::Lock::Timeout=180"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return builder;
    }

    /** Whether it ended well, within the time, never silent for longer than that. */
    private boolean run(String what, ProcessBuilder builder, Duration most, Duration silence) {
        long began = System.nanoTime();
        try {
            Path output = Files.createTempFile("troth-browser", ".log");
            try {
                Process process = builder.redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                boolean ended = await(process, output, most, silence);
                String said = gist(output);
                if (!ended) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
                    tried.add("%s: given up after %d s: %s".formatted(what, secondsSince(began), said));
                    return false;
                }
                if (process.exitValue() != 0) {
                    tried.add("%s: failed after %d s: %s".formatted(what, secondsSince(began), said));
                    return false;
                }
                return true;
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            tried.add(what + ": " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + what, e);
        }
    }

    private static boolean await(Process process, Path output, Duration most, Duration silence)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        long size = 0;
        long heard = began;
        while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
            long now = System.nanoTime();
            if (Files.size(output) != size) {
                size = Files.size(output);
                heard = now;
            }
            if (now - began > most.toNanos() || now - heard > silence.toNanos()) {
                return false;
            }
        }
        return true;
    }

    private AssertionError none() {
        return new AssertionError(
                "These tests need a Chromium, and none could be had. Install one (Debian: apt-get install chromium), or name its program with -D"
                        + NAMED + "=... Tried:\n  " + String.join("\n  ", tried));
    }

    static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException noSuchSystem) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private Path cache() {
        String chosen = environment.get("PLAYWRIGHT_BROWSERS_PATH");
        if (chosen != null && !chosen.isBlank() && !chosen.equals("0")) {
            return Path.of(chosen);
        }
        Path home = Path.of(System.getProperty("user.home"));
        return System.getProperty("os.name").startsWith("Mac")
                ? home.resolve("Library/Caches/ms-playwright")
                : home.resolve(".cache/ms-playwright");
    }

    private static void add(List<Path> found, Path program) {
        Path directory = program.getParent();
        if (directory == null || !Files.isRegularFile(program) || !Files.isExecutable(program)) {
            return;
        }
        try {
            Path real = directory.toRealPath().resolve(program.getFileName());
            if (!found.contains(real)) {
                found.add(real);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long secondsSince(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .filter(line -> line.length() > 3)
                .findFirst()
                .orElse("");
    }

    /** The line that names the error, or the last one. */
    private static String gist(Path output) throws IOException {
        List<String> lines = new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String last = lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
        return lines.stream()
                .filter(line -> line.startsWith("Error:") || line.startsWith("E: "))
                .findFirst()
                .orElse(last);
    }
}
