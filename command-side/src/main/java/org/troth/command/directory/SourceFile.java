package org.troth.command.directory;

import java.util.Locale;

/** One file of an import: its path as it was sent, and its text. */
record SourceFile(String path, String text) {

    /** The last part of the path, in lower case. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
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
