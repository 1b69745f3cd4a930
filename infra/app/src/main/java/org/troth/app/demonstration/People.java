package org.troth.app.demonstration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Hands out invented names, each once; the same seed hands out the same names. */
final class People {

    private final Iterator<String> names;

    People(Random random) {
        List<String> all = new ArrayList<>();
        for (String line : lines()) {
            String[] halves = line.split("\\|", 2);
            for (String given : list(halves[0])) {
                for (String family : list(halves[1])) {
                    all.add(given + " " + family);
                }
            }
        }
        Collections.shuffle(all, random);
        names = all.iterator();
    }

    String next() {
        return names.next();
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    private static List<String> lines() {
        try (var in = Objects.requireNonNull(People.class.getResourceAsStream("/demonstration/names.txt"));
                var reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
