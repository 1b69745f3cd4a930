package org.troth.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files and directories with exact modes and owners, whatever the umask. */
final class Tree {

    private Tree() {}

    /** Creates what is missing, each new level with this mode; what exists is left as it is. */
    static void createDirectory(Path path, String mode) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Path parent = path.getParent();
        if (parent != null) {
            createDirectory(parent, mode);
        }
        Files.createDirectory(path);
        setMode(path, mode);
    }

    static void setMode(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    /** Replaces the file in one step; nobody else can read it at any moment. */
    static void writeSecret(Path path, List<String> lines) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, lines, StandardCharsets.UTF_8);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static int ownerOf(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    static int groupOf(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS);
    }

    static void give(Path path, int uid, int gid) throws IOException {
        Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
    }

    /** A file that root writes into another user's directory belongs to that user, who may start the server next. */
    static void giveToOwnerOf(Path directory, Path file) throws IOException {
        int owner = ownerOf(directory);
        if (ownerOf(file) != owner) {
            give(file, owner, groupOf(directory));
        }
    }

    static void giveAll(Path root, int uid, int gid) throws IOException {
        for (Path path : everythingUnder(root)) {
            give(path, uid, gid);
        }
    }

    static void delete(Path root) throws IOException {
        if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            for (Path path : everythingUnder(root)) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Deepest first; symbolic links are named, not followed. */
    private static List<Path> everythingUnder(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException gone) {
            return List.of();
        }
    }
}
