package org.troth.app.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.troth.query.reading.Paper;
import org.w3c.dom.Document;

/**
 * Prints with fonts of its own, tagged for screen readers (PDF/UA). The document is made of nodes and holds no address, so
 * nothing that somebody wrote is ever markup, and nothing is fetched.
 */
final class PdfPaper implements Paper {

    private static final String FAMILY = "DejaVu Sans";
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final Letters letters = new Letters(() -> font("DejaVuSans.ttf"));

    PdfPaper() {
        // Its log would tell of single letters that have no drawing.
        XRLog.setLoggingEnabled(false);
    }

    @Override
    public byte[] print(Sheet sheet) {
        Document document = SheetDocument.of(sheet, FAMILY, letters.haveAll(sheet));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useUnicodeBidiSplitter(RightToLeft.Parts::new)
                    .useUnicodeBidiReorderer(new RightToLeft())
                    .defaultTextDirection(SheetDocument.isFromTheRight(sheet) ? TextDirection.RTL : TextDirection.LTR)
                    .useFont(() -> font("DejaVuSans.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true)
                    .useFont(() -> font("DejaVuSans-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true)
                    .withProducer("PDF")
                    .withW3cDocument(document, null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static InputStream font(String file) {
        InputStream font = PdfPaper.class.getResourceAsStream(FOLDER + file);
        if (font == null) {
            throw new IllegalStateException("the font is missing from the class path");
        }
        return font;
    }
}
