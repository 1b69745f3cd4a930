package org.troth.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Makes the next start quick: the classes that this one loaded, read and checked, in an archive that the JVM maps. Told to by the JVM's own options {@code -XX:SharedArchiveFile} and
 * {@code -XX:DumpLoadedClassList}; the JVM lets an archive be whenever itself or a jar has changed since, and then, as when there is none, a new one is made beside the running product. Without
 * those two options nothing happens.
 */
final class StartArchive implements ApplicationListener<ApplicationStartedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(StartArchive.class);
    /** From here on a process was ended from outside, as when the product is stopped before it is done. */
    private static final int SIGNALLED = 128;

    @Override
    public void onApplicationEvent(ApplicationStartedEvent started) {
        Optional<Path> archive = pathOf("-XX:SharedArchiveFile=");
        Optional<Path> classes = pathOf("-XX:DumpLoadedClassList=");
        if (archive.isPresent() && classes.isPresent() && !isInUse()) {
            Thread maker = new Thread(() -> make(archive.get(), classes.get()), "start-archive");
            maker.setDaemon(true);
            maker.start();
        }
    }

    private static Optional<Path> pathOf(String option) {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(o -> o.startsWith(option))
                .findFirst()
                .map(o -> Path.of(o.substring(option.length())).toAbsolutePath());
    }

    /** True when the JVM accepted the archive that it was told of: HotSpot says so of itself, as in {@code java -version}. */
    private static boolean isInUse() {
        return System.getProperty("java.vm.info", "").contains("sharing");
    }

    /** A start without an archive is slower and nothing else, so what hinders one is said and passed over. */
    private static void make(Path archive, Path classes) {
        Path fresh = archive.resolveSibling(archive.getFileName() + ".new");
        try {
            Path settled = settled(classes);
            Process jvm = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xshare:dump",
                            "-XX:SharedClassListFile=" + settled,
                            "-XX:SharedArchiveFile=" + fresh,
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx128m",
                            "-Xlog:disable",
                            "-cp",
                            System.getProperty("java.class.path"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(jvm::destroy));
            int exit = jvm.waitFor();
            if (exit == 0 && Files.exists(fresh)) {
                Files.move(fresh, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                LOG.info("The next start will be quicker: its classes are in an archive");
            } else if (exit < SIGNALLED) {
                LOG.info("No archive for a quicker start: the JVM that was to make it ended with {}", exit);
            }
        } catch (IOException e) {
            LOG.info("No archive for a quicker start: {}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The classes until now; the JVM goes on writing, and the end of its list may be half a line. */
    private static Path settled(Path classes) throws IOException {
        String list = Files.readString(classes);
        return Files.writeString(
                classes.resolveSibling(classes.getFileName() + ".settled"),
                list.substring(0, list.lastIndexOf('\n') + 1));
    }
}
