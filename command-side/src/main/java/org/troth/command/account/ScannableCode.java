package org.troth.command.account;

import io.nayuki.qrcodegen.QrCode;

/**
 * A text as a square that the camera of a phone reads (QR code, ISO/IEC 18004), drawn here so that no secret travels to be drawn.
 *
 * @param side how many modules wide and high, the light margin included
 * @param dark the dark modules, as the path of a drawing
 */
record ScannableCode(int side, String dark) {

    /** As wide as the standard asks for. */
    private static final int MARGIN = 4;

    static ScannableCode of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder dark = new StringBuilder();
        for (int row = 0; row < code.size; row++) {
            int column = 0;
            while (column < code.size) {
                int width = run(code, column, row);
                if (width > 0) {
                    dark.append('M').append(column + MARGIN).append(' ').append(row + MARGIN);
                    dark.append('h').append(width).append("v1h-").append(width).append('z');
                }
                column += width + 1;
            }
        }
        return new ScannableCode(code.size + 2 * MARGIN, dark.toString());
    }

    /** How many modules are dark from here on. */
    private static int run(QrCode code, int column, int row) {
        int end = column;
        while (end < code.size && code.getModule(end, row)) {
            end++;
        }
        return end - column;
    }

    @Override
    public String toString() {
        return "ScannableCode";
    }
}
