package org.troth.command.directory;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** One file of an import: its path as it was sent, and its text. */
record SourceFile(String path, String text) {

    /** What published files are called, piece by piece. */
    private static final Set<String> WORDS = Set.of(
            "accessibility",
            "addresses",
            "areas",
            "at",
            "attributes",
            "base",
            "contacts",
            "cost",
            "csv",
            "data",
            "datapackage",
            "descriptions",
            "directory",
            "documents",
            "file",
            "full",
            "funding",
            "identifiers",
            "json",
            "languages",
            "list",
            "location",
            "locations",
            "meta",
            "metadata",
            "options",
            "organization",
            "organizations",
            "phones",
            "programs",
            "required",
            "root",
            "schedules",
            "service",
            "services",
            "table",
            "tabular",
            "taxonomies",
            "taxonomy",
            "term",
            "terms",
            "zip");

    private static final Pattern IDENTIFIER =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** The last part of the path, in lower case. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** How the file is called in an answer: its path, or just "file" where somebody chose words of their own for it. */
    String place() {
        return placeOf(path);
    }

    static String placeOf(String path) {
        for (String piece :
                IDENTIFIER.matcher(path.toLowerCase(Locale.ROOT)).replaceAll("").split("[/._]+")) {
            if (piece.length() > 1 && !WORDS.contains(piece)) {
                return "file";
            }
        }
        return path;
    }

    boolean isCsv() {
        return name().endsWith(".csv");
    }

    boolean isJson() {
        return name().endsWith(".json");
    }

    /** The folder it lies in, which for published JSON says what it holds; empty when it lies in none. */
    String folder() {
        int end = path.lastIndexOf('/');
        if (end < 0) {
            return "";
        }
        String folders = path.substring(0, end).toLowerCase(Locale.ROOT);
        return folders.substring(folders.lastIndexOf('/') + 1);
    }
}
