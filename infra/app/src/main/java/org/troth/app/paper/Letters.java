package org.troth.app.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Paper.Sheet;

/** Says whether every letter can be drawn as it is read: the font has it, and it runs from left to right. The font is read when it is first asked for. */
final class Letters {

    private final Supplier<InputStream> file;
    private @Nullable CmapLookup drawn;

    Letters(Supplier<InputStream> file) {
        this.file = file;
    }

    boolean haveAll(Sheet sheet) {
        CmapLookup known = drawn();
        return sheet.sections().stream()
                .flatMap(section -> section.rows().stream())
                .flatMap(List::stream)
                .flatMapToInt(line -> line.value().codePoints())
                .allMatch(
                        letter -> Character.isWhitespace(letter) || (known.getGlyphId(letter) != 0 && runsOn(letter)));
    }

    /** What is written from right to left would be drawn the wrong way round, and unjoined. */
    private static boolean runsOn(int letter) {
        byte direction = Character.getDirectionality(letter);
        return direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private synchronized CmapLookup drawn() {
        CmapLookup known = drawn;
        if (known == null) {
            try (InputStream in = file.get();
                    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
                known = font.getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            drawn = known;
        }
        return known;
    }
}
