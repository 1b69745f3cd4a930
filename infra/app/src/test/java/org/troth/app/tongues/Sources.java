package org.troth.app.tongues;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sources of this build, by module. */
final class Sources {

    private static final Path ROOT = root();

    private Sources() {}

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("shared-events"))) {
            here = here.getParent();
            if (here == null) {
                throw new IllegalStateException("the tests run inside the build");
            }
        }
        return here;
    }

    /** The texts of all files under a folder of the build that end like this, by their path under it. */
    static Map<String, String> under(String folder, String ending) {
        Path top = ROOT.resolve(folder);
        if (!Files.isDirectory(top)) {
            return Map.of();
        }
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(ending)) {
                    texts.put(top.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    static Map<String, String> templates(String module) {
        return under(module + "/src/main/resources/templates", ".html");
    }

    static Map<String, String> java(String module) {
        return under(module + "/src/main/java", ".java");
    }

    static Map<String, String> messages(String module) {
        return under(module + "/src/main/resources/messages", ".properties");
    }
}
