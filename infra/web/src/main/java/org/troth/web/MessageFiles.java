package org.troth.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads {@code messages/<module>/<feature>.properties} (English) and {@code <feature>_<language>.properties}. A language whose file
 * stands claims to be whole there: a key too few, one too many or another argument ends the start.
 */
final class MessageFiles {

    private static final String ALL = "classpath*:messages/**/*.properties";
    private static final Pattern NAME = Pattern.compile("messages/([a-z]+)/([a-z-]+)(?:_([a-z]+))?\\.properties$");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[,}]");

    /** By feature ({@code web.frame}), then by language, then by key. */
    private final Map<String, Map<Tongue, Map<String, String>>> features = new TreeMap<>();

    private MessageFiles() {}

    static Map<String, Map<Tongue, Map<String, String>>> read() {
        MessageFiles files = new MessageFiles();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(ALL)) {
                try (Reader in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    files.add(file.getURL().getPath(), in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.checked();
    }

    /** The same from texts, by the path of each. */
    static Map<String, Map<Tongue, Map<String, String>>> read(Map<String, String> texts) {
        MessageFiles files = new MessageFiles();
        texts.forEach((path, text) -> {
            try (Reader in = new StringReader(text)) {
                files.add(path, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return files.checked();
    }

    private void add(String path, Reader in) throws IOException {
        Matcher name = NAME.matcher(path);
        if (!name.find()) {
            throw new IllegalStateException("a message file has no name of ours: " + path);
        }
        String feature = name.group(1) + "." + name.group(2);
        String language = name.group(3) == null ? Tongue.ENGLISH.code() : name.group(3);
        Tongue tongue = Tongue.of(language)
                .orElseThrow(() -> new IllegalStateException("nobody speaks the language of " + path));
        Map<String, String> entries = new TreeMap<>();
        new OnceEach(entries, feature).load(in);
        Map<Tongue, Map<String, String>> spoken =
                features.computeIfAbsent(feature, none -> new EnumMap<>(Tongue.class));
        if (spoken.put(tongue, Collections.unmodifiableMap(entries)) != null) {
            throw new IllegalStateException("a message file is there twice: " + path);
        }
    }

    private Map<String, Map<Tongue, Map<String, String>>> checked() {
        if (features.isEmpty()) {
            throw new IllegalStateException("there are no message files");
        }
        features.forEach((feature, spoken) -> {
            Map<String, String> english = spoken.get(Tongue.ENGLISH);
            if (english == null) {
                throw new IllegalStateException("there is no English for " + feature);
            }
            spoken.forEach((tongue, entries) -> {
                hasAllForms(tongue, entries);
                if (!plain(english.keySet()).equals(plain(entries.keySet()))) {
                    throw new IllegalStateException("not the same keys in %s as in English: %s"
                            .formatted(tongue.code(), difference(plain(english.keySet()), plain(entries.keySet()))));
                }
                for (String key : plain(entries.keySet())) {
                    if (!arguments(english, key).equals(arguments(entries, key))) {
                        throw new IllegalStateException(
                                "not the same arguments in %s as in English: %s".formatted(tongue.code(), key));
                    }
                }
            });
        });
        return features;
    }

    /** Whoever speaks of one number of things must be able to speak of every number. */
    private static void hasAllForms(Tongue tongue, Map<String, String> entries) {
        for (String key : entries.keySet()) {
            int mark = key.indexOf('#');
            if (mark < 0) {
                continue;
            }
            String plain = key.substring(0, mark);
            Set<String> forms = new TreeSet<>();
            entries.keySet().stream()
                    .filter(each -> each.startsWith(plain + "#"))
                    .forEach(each -> forms.add(each.substring(mark + 1)));
            if (entries.containsKey(plain) || !forms.equals(new TreeSet<>(tongue.amounts()))) {
                throw new IllegalStateException(
                        "in %s, %s needs the forms %s and no other".formatted(tongue.code(), plain, tongue.amounts()));
            }
        }
    }

    private static Set<String> plain(Set<String> keys) {
        Set<String> plain = new TreeSet<>();
        keys.forEach(key -> plain.add(key.replaceFirst("#.*", "")));
        return plain;
    }

    /** Of words beside a number, what they say where the number itself is said. */
    private static Set<String> arguments(Map<String, String> entries, String key) {
        Matcher argument = ARGUMENT.matcher(entries.getOrDefault(key, entries.getOrDefault(key + "#other", "")));
        Set<String> found = new TreeSet<>();
        while (argument.find()) {
            found.add(argument.group(1));
        }
        return found;
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        Set<String> different = new TreeSet<>(one);
        different.addAll(other);
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        different.removeAll(both);
        return different;
    }

    /** Says no to what a properties file lets pass: a key twice, one of another feature, nothing at all, a straight apostrophe. */
    private static final class OnceEach extends Properties {

        private static final long serialVersionUID = 1L;

        private final transient Map<String, String> entries;
        private final String feature;

        OnceEach(Map<String, String> entries, String feature) {
            this.entries = entries;
            this.feature = feature;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            String name = (String) key;
            String words = (String) value;
            if (!name.startsWith(feature + ".")) {
                throw new IllegalStateException("a message of another feature in " + feature + ": " + name);
            }
            if (words.isBlank() || words.contains("'")) {
                throw new IllegalStateException("nothing, or a straight apostrophe (write \u2019), in " + name);
            }
            if (entries.put(name, words) != null) {
                throw new IllegalStateException("a message is there twice: " + name);
            }
            return words;
        }
    }
}
