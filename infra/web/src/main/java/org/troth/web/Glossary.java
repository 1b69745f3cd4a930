package org.troth.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code #glossary} in templates: words of the law in plain ones, from {@code glossary/en.tsv}, in the order of that file. */
final class Glossary {

    private static final String FILE = "/glossary/en.tsv";

    private final Map<String, Term> terms;

    private Glossary(Map<String, Term> terms) {
        this.terms = terms;
    }

    /** One word: the name by which templates ask for it, the word itself, and what it means. */
    record Term(String key, String word, String plain) {}

    /** The glossary of the jar. */
    static Glossary house() {
        try (InputStream in = Glossary.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the jar holds no glossary");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads lines of key, word and meaning, parted by tabs. */
    static Glossary read(String table) {
        Map<String, Term> terms = new LinkedHashMap<>();
        for (String line : table.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                List<String> cells = List.of(line.split("\t", -1));
                if (cells.size() != 3 || cells.stream().anyMatch(String::isBlank)) {
                    throw new IllegalStateException("a line of the glossary has three cells");
                }
                if (terms.put(cells.get(0), new Term(cells.get(0), cells.get(1), cells.get(2))) != null) {
                    throw new IllegalStateException("the glossary explains something twice");
                }
            }
        }
        return new Glossary(terms);
    }

    /** The word of this name. Fails for one that is not explained: a template that asks for it is wrong. */
    public Term of(String key) {
        Term term = terms.get(key);
        if (term == null) {
            throw new IllegalArgumentException("the glossary does not explain this word");
        }
        return term;
    }

    public List<Term> all() {
        return new ArrayList<>(terms.values());
    }
}
