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

/**
 * Says whether every letter can be drawn as it is read: the font has it, in the form that its neighbours ask for. The font is read when it
 * is first asked for.
 */
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
                .allMatch(line -> areDrawn(line.value(), known));
    }

    private static boolean areDrawn(String text, CmapLookup known) {
        return text.codePoints().allMatch(Letters::joins)
                && ArabicForms.of(text)
                        .codePoints()
                        .allMatch(letter -> Character.isWhitespace(letter)
                                || Character.getType(letter) == Character.FORMAT
                                || known.getGlyphId(letter) != 0);
    }

    /** What is written from right to left in another script than these would be drawn unjoined. */
    private static boolean joins(int letter) {
        byte direction = Character.getDirectionality(letter);
        boolean fromTheRight = direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        Character.UnicodeScript script = Character.UnicodeScript.of(letter);
        return !fromTheRight
                || script == Character.UnicodeScript.HEBREW
                || script == Character.UnicodeScript.COMMON
                || script == Character.UnicodeScript.ARABIC && ArabicForms.knows(letter);
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
