package org.troth.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs, unpacked once per version; a half unpacked tree is never used. */
record Binaries(Path root) {

    static final String VERSION = version();
    static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));

    private static final Object ONE_AT_A_TIME = new Object();

    String initdb() {
        return root.resolve("bin/initdb").toString();
    }

    String postgres() {
        return root.resolve("bin/postgres").toString();
    }

    /** Refuses where nothing is packed that could run; asked before anything is touched. */
    static void requirePlatform() {
        String loader = processor().equals("x86_64") ? "/lib64/ld-linux-x86-64.so.2" : "/lib/ld-linux-aarch64.so.1";
        if (!Files.exists(Path.of(loader))) {
            throw PostgresRefused.noBinariesFor("Linux without glibc", System.getProperty("os.arch"));
        }
    }

    static Path within(Path cache) {
        return cache.resolve("postgresql-" + VERSION + "-" + processor());
    }

    static Binaries unpackedIn(Path cache, Consumer<PostgresStage> progress) throws IOException {
        Path root = within(cache);
        if (!Files.isDirectory(root)) {
            synchronized (ONE_AT_A_TIME) {
                try (FileChannel channel = FileChannel.open(
                                cache.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock held = channel.lock()) {
                    if (held.isValid() && !Files.isDirectory(root)) {
                        progress.accept(PostgresStage.UNPACKING);
                        Path partial = cache.resolve(root.getFileName() + ".partial");
                        Tree.delete(partial);
                        unpack(partial);
                        Files.move(partial, root, StandardCopyOption.ATOMIC_MOVE);
                    }
                }
            }
        }
        return new Binaries(root);
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream packed = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            Tree.createDirectory(target, "rwxr-xr-x");
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = inside(target, entry.getName());
                if (path.equals(target)) {
                    continue;
                }
                Tree.createDirectory(inside(target, path.getParent()), "rwxr-xr-x");
                if (entry.isDirectory()) {
                    Tree.createDirectory(path, "rwxr-xr-x");
                } else if (entry.isSymbolicLink()) {
                    Path parent = path.getParent();
                    inside(target, parent == null ? null : parent.resolve(entry.getLinkName()));
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isFile() && !entry.isLink()) {
                    Files.copy(tar, path);
                    Tree.setMode(path, (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
                } else {
                    throw new IOException("The archive of PostgreSQL holds an entry of an unknown kind.");
                }
            }
        }
    }

    private static Path inside(Path target, String name) throws IOException {
        return inside(target, target.resolve(name));
    }

    private static Path inside(Path target, @Nullable Path path) throws IOException {
        if (path == null || !path.normalize().startsWith(target)) {
            throw new IOException("The archive of PostgreSQL reaches outside its directory.");
        }
        return path.normalize();
    }

    private static InputStream archive() {
        InputStream found = Binaries.class.getResourceAsStream("/postgres-linux-" + processor() + ".txz");
        if (found == null) {
            throw PostgresRefused.noBinariesFor(System.getProperty("os.name"), System.getProperty("os.arch"));
        }
        return found;
    }

    /** The processor in the words of the archive; refused where nothing is packed for it. */
    private static String processor() {
        String system = System.getProperty("os.name", "");
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        if (system.equals("Linux")) {
            switch (processor) {
                case "amd64", "x86_64" -> {
                    return "x86_64";
                }
                case "aarch64", "arm64" -> {
                    return "arm_64";
                }
                default -> {}
            }
        }
        throw PostgresRefused.noBinariesFor(system, processor);
    }

    private static String version() {
        try (InputStream in = Binaries.class.getResourceAsStream("binaries.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            String version = properties.getProperty("version", "");
            if (!version.matches("\\d+\\.\\d+\\.\\d+")) {
                throw new IllegalStateException("The version of PostgreSQL was not filled in by the build.");
            }
            return version;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
