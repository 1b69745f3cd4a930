package org.troth.app.paper;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.util.Map;

/** Which parts of a text run from right to left (Unicode Standard Annex 9), and how they are drawn from left to right. */
final class RightToLeft implements BidiReorderer {

    private static final String MIRRORED = "()[]{}<>«»‹›";
    private static final Map<Byte, Integer> BASE = Map.of(
            BidiSplitter.LTR, Bidi.DIRECTION_LEFT_TO_RIGHT,
            BidiSplitter.RTL, Bidi.DIRECTION_RIGHT_TO_LEFT);

    /** From its end to its beginning: a mark, which takes no room, comes to stand on the letter after it. Brackets open where they opened. */
    @Override
    public String reorderRTLTextToLTR(String text) {
        StringBuilder reversed = new StringBuilder(text.length());
        int end = text.length();
        while (end > 0) {
            int start = text.offsetByCodePoints(end, -1);
            int mirrored = MIRRORED.indexOf(text.charAt(start));
            reversed.append(
                    mirrored < 0 ? text.substring(start, end) : MIRRORED.substring(mirrored ^ 1, (mirrored ^ 1) + 1));
            end = start;
        }
        return reversed.toString();
    }

    @Override
    public String shapeText(String text) {
        return ArabicForms.of(text);
    }

    @Override
    public String deshapeText(String text) {
        return ArabicForms.undone(text);
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    /** Splits paragraphs into parts of one direction. */
    static final class Parts implements BidiSplitter {

        private Bidi bidi = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

        @Override
        public void setParagraph(String paragraph, byte direction) {
            bidi = new Bidi(paragraph, BASE.getOrDefault(direction, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT));
        }

        @Override
        public int countTextRuns() {
            return bidi.getRunCount();
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            int start = bidi.getRunStart(index);
            return new BidiTextRun(
                    start, bidi.getRunLimit(index) - start, bidi.getRunLevel(index) % 2 == 0 ? LTR : RTL);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            Bidi first = new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
            return first.baseIsLeftToRight() ? LTR : RTL;
        }
    }
}
