package org.troth.command.directory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.Phrase;

/** Turns what was sent into texts, within limits that no file can talk its way around; writes nothing anywhere. */
final class Unpacking {

    /** How many bytes may be sent at once. */
    static final int MOST_SENT = 8 << 20;

    private static final int MOST_UNPACKED = 32 << 20;
    private static final int MOST_FILES = 2_000;

    private final List<SourceFile> files = new ArrayList<>();
    private int unpacked;

    private Unpacking() {}

    /** A file as it was sent. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sent(String name, byte[] bytes) {}

    /** The JSON and CSV files in it; a zip is opened, and what is neither is left out. Throws {@link Invalid}. */
    static List<SourceFile> of(List<Sent> sent) {
        Unpacking unpacking = new Unpacking();
        long total = sent.stream().mapToLong(each -> each.bytes().length).sum();
        if (total == 0) {
            throw new Invalid("file", "required", Phrase.of("command.directory.wrong.choose"));
        }
        if (total > MOST_SENT) {
            throw new Invalid("file", "too-big", Phrase.of("command.directory.wrong.most-sent"));
        }
        sent.forEach(unpacking::add);
        return unpacking.files;
    }

    private void add(Sent sent) {
        byte[] bytes = sent.bytes();
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4) {
            unzip(sent);
        } else {
            keep(sent.name(), bytes);
        }
    }

    private void unzip(Sent sent) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sent.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                // What is left out is unpacked and counted like all the rest, so that nothing can swell unseen.
                byte[] bytes = zip.readNBytes(MOST_UNPACKED - unpacked + 1);
                boolean leftOut = entry.isDirectory() || entry.getName().contains("__MACOSX/");
                keep(leftOut ? "" : entry.getName().replace('\\', '/'), bytes);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new Invalid(SourceFile.placeOf(sent.name()), "zip", Phrase.of("command.directory.wrong.zip"));
        }
    }

    private void keep(String path, byte[] bytes) {
        unpacked += bytes.length;
        if (unpacked > MOST_UNPACKED || files.size() >= MOST_FILES) {
            throw new Invalid("file", "too-big", Phrase.of("command.directory.wrong.most-unpacked"));
        }
        SourceFile named = new SourceFile(path, "");
        if (named.isCsv() || named.isJson()) {
            files.add(new SourceFile(path, text(path, bytes)));
        }
    }

    private static String text(String path, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Invalid(SourceFile.placeOf(path), "utf-8", Phrase.of("command.directory.wrong.utf-8"));
        }
    }
}
