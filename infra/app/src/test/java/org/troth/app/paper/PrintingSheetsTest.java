package org.troth.app.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.troth.query.reading.Paper.Line;
import org.troth.query.reading.Paper.Section;
import org.troth.query.reading.Paper.Sheet;

class PrintingSheetsTest {

    private static final String NOTICE = "Some letters are missing.";

    private final PdfPaper paper = new PdfPaper();

    private static Sheet sheet(String... values) {
        return new Sheet(
                "en",
                "A copy of my record",
                "Everything.",
                NOTICE,
                List.of(new Section(
                        "About me",
                        List.of(List.of(values).stream()
                                .map(value -> new Line("My name", value))
                                .toList()))));
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }

    @Test
    void printsWhatWasWrittenToTheLetterAndNoneOfItAsMarkup() throws IOException {
        String hostile = "<img src='file:///etc/passwd'> & <b>bold</b> ]]> &amp;";
        try (PDDocument pdf = Loader.loadPDF(paper.print(sheet("Zażółć Ångström", hostile, "one\ntwo")))) {
            assertThat(text(pdf))
                    .contains("A copy of my record", "About me", "My name", "Zażółć Ångström", hostile, "one", "two")
                    .doesNotContain(NOTICE);
        }
    }

    @Test
    void saysSoWhereALetterHasNoDrawing() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(paper.print(sheet("みゆき")))) {
            assertThat(text(pdf)).contains(NOTICE);
        }
        for (String unjoined : List.of("ܫܠܡܐ", "ߒߞߏ")) {
            try (PDDocument pdf = Loader.loadPDF(paper.print(sheet(unjoined)))) {
                assertThat(text(pdf)).contains(NOTICE);
            }
        }
        for (String fromTheRight : List.of("ليلى", "שרה")) {
            try (PDDocument pdf = Loader.loadPDF(paper.print(sheet(fromTheRight)))) {
                assertThat(text(pdf)).contains(fromTheRight).doesNotContain(NOTICE);
            }
        }
        try (PDDocument pdf = Loader.loadPDF(paper.print(sheet("Елена", "Ελένη")))) {
            assertThat(text(pdf)).contains("Елена", "Ελένη").doesNotContain(NOTICE);
        }
    }

    @Test
    void needsNothingBesideItselfAndCanBeReadAloud() throws IOException {
        String long1 = "words and words ".repeat(2_000);
        try (PDDocument pdf = Loader.loadPDF(paper.print(sheet("Amara Okafor", long1)))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("A copy of my record");
            assertThat(pdf.getDocumentInformation().getProducer()).doesNotContainIgnoringCase("troth");
            for (PDPage page : pdf.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void speaksALanguageThatRunsFromTheRight() throws IOException {
        Sheet sheet = new Sheet(
                "ar",
                "نسخة من سجلي",
                "كل شيء.",
                NOTICE,
                List.of(new Section(
                        "عني", List.of(List.of(new Line("اسمي", "ليلى"), new Line("الرقم", "+44 20 7946 0000"))))));
        try (PDDocument pdf = Loader.loadPDF(paper.print(sheet))) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ar");
            assertThat(text(pdf))
                    .contains("نسخة من سجلي", "عني", "اسمي", "ليلى", "+44 20 7946 0000")
                    .doesNotContain(NOTICE);
        }
    }
}
