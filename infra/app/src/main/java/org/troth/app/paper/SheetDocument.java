package org.troth.app.paper;

import java.text.Bidi;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.troth.query.reading.Paper.Line;
import org.troth.query.reading.Paper.Section;
import org.troth.query.reading.Paper.Sheet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A sheet as a document of nodes, laid out for A4. */
final class SheetDocument {

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm; @bottom-right { font-family: '%1$s'; content: counter(page) " / " counter(pages); font-size: 8pt; } }
            html { font-family: '%1$s'; font-size: 10pt; line-height: 1.45; color: #1a1a1a; }
            h1 { font-size: 17pt; margin: 0 0 4mm; }
            h2 { font-size: 12pt; margin: 7mm 0 2mm; border-bottom: 0.5pt solid #777777; page-break-after: avoid; }
            table { width: 100%%; border-collapse: collapse; margin: 0 0 3mm; page-break-inside: avoid; }
            th { text-align: %2$s; font-weight: normal; color: #444444; width: 34%%; vertical-align: top; padding: 0.6mm 3mm 0.6mm 0; }
            td { vertical-align: top; padding: 0.6mm 0; white-space: pre-wrap; word-wrap: break-word; }
            html, body, h1, h2, p, td, div { text-align: %2$s; }
            .row { margin: 0 0 5mm; }
            .label { color: #444444; direction: rtl; page-break-after: avoid; }
            .value { margin: 0 6mm 1.5mm 0; white-space: pre-wrap; word-wrap: break-word; }
            .notice { border: 0.7pt solid #1a1a1a; padding: 2mm 3mm; }
            """;

    /** Signs that part directions; the fonts do not have them. */
    private static final Pattern ISOLATES = Pattern.compile("[\\u2066-\\u2069]");

    private static final Set<String> FROM_THE_RIGHT = Set.of("ar", "fa", "he", "ps", "ur");

    private final Document document;

    private SheetDocument(Document document) {
        this.document = document;
    }

    /**
     * @param whole whether every letter can be drawn
     */
    static Document of(Sheet sheet, String family, boolean whole) {
        try {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
            new SheetDocument(document).lay(sheet, family, whole);
            return document;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this JVM cannot make a document", e);
        }
    }

    /** Whether its own words run from right to left. */
    static boolean isFromTheRight(Sheet sheet) {
        return FROM_THE_RIGHT.contains(sheet.language());
    }

    private void lay(Sheet sheet, String family, boolean whole) {
        Element html = document.createElement("html");
        html.setAttribute("lang", sheet.language());
        html.setAttribute("dir", isFromTheRight(sheet) ? "rtl" : "ltr");
        document.appendChild(html);
        Element head = add(html, "head");
        say(head, "title", sheet.title());
        Element subject = add(head, "meta");
        subject.setAttribute("name", "description");
        subject.setAttribute("content", sheet.title());
        say(head, "style", isFromTheRight(sheet) ? STYLE.formatted(family, "right") : STYLE.formatted(family, "left"));
        Element body = add(html, "body");
        say(body, "h1", sheet.title());
        say(body, "p", sheet.lead());
        if (!whole) {
            say(body, "p", sheet.unprintable()).setAttribute("class", "notice");
        }
        for (Section section : sheet.sections()) {
            say(body, "h2", section.title());
            section.rows().forEach(row -> {
                if (isFromTheRight(sheet)) {
                    layFromTheRight(body, row);
                } else {
                    lay(body, row);
                }
            });
        }
    }

    private void lay(Element body, List<Line> row) {
        Element table = add(body, "table");
        for (Line line : row) {
            Element pair = add(table, "tr");
            say(pair, "th", line.label()).setAttribute("scope", "row");
            write(pair, "td", line.value());
        }
    }

    /** The printer begins every table at its left, so each value stands below its label: heard aloud, they follow each other as they are read. */
    private void layFromTheRight(Element body, List<Line> row) {
        Element block = add(body, "div");
        block.setAttribute("class", "row");
        for (Line line : row) {
            say(block, "div", line.label()).setAttribute("class", "label");
            write(block, "div", line.value()).setAttribute("class", "value");
        }
    }

    /** What somebody wrote runs as its first letter does. */
    private Element write(Element parent, String name, String text) {
        Element written = say(parent, name, text);
        boolean fromTheRight = !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        written.setAttribute("style", "direction: " + (fromTheRight ? "rtl" : "ltr"));
        return written;
    }

    private Element add(Element parent, String name) {
        Element child = document.createElement(name);
        parent.appendChild(child);
        return child;
    }

    private Element say(Element parent, String name, String text) {
        Element child = add(parent, name);
        child.setTextContent(ISOLATES.matcher(text).replaceAll(""));
        return child;
    }
}
