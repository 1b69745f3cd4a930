package org.troth.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One reading of a policy's text, line by line. */
final class PolicyText {
    static final String NONE = "none";
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST = 64;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_URL = 2048;
    private static final Pattern SPACE = Pattern.compile("[ \t]+");
    private static final Pattern THRESHOLD = Pattern.compile("[1-9][0-9]?");

    private final List<Policy.Party> logs = new ArrayList<>();
    private final Map<String, Policy.Party> witnesses = new LinkedHashMap<>();
    private final Map<String, Policy.Group> groups = new LinkedHashMap<>();
    private final Set<String> members = new HashSet<>();
    private @Nullable String quorum;
    private int line;

    private PolicyText() {}

    static Policy parse(byte[] bytes) throws Malformed {
        return new PolicyText().read(StrictText.utf8(bytes, MOST_BYTES, "policy"));
    }

    private Policy read(String text) throws Malformed {
        String[] lines = text.split("\n", -1);
        for (String each : Arrays.copyOf(lines, lines.length - 1)) {
            line++;
            readLine(each);
        }
        line++;
        require(lines[lines.length - 1].isEmpty(), "not ended by a newline");
        require(!logs.isEmpty(), "no log");
        if (quorum == null) {
            throw refused("no quorum");
        }
        return new Policy(logs, witnesses, groups, quorum);
    }

    private void readLine(String whole) throws Malformed {
        require(whole.chars().allMatch(c -> c == '\t' || c >= ' ' && c != 0x7f), "control character");
        List<String> items = items(whole);
        if (items.isEmpty() || items.get(0).startsWith("#")) {
            return;
        }
        switch (items.get(0)) {
            case "log" -> log(items);
            case "witness" -> witness(items);
            case "group" -> group(items);
            case "quorum" -> quorum(items);
            default -> throw refused("neither log, witness, group nor quorum");
        }
    }

    private void log(List<String> items) throws Malformed {
        require(items.size() == 2 || items.size() == 3, "not log, key and address");
        Policy.Party log = party(items.get(1), items.subList(2, items.size()));
        require(log.key().type() != SignatureType.ED25519_COSIGNATURE, "no key of a log");
        unlike(logs, log);
        require(logs.size() < MOST, "too many logs");
        logs.add(log);
    }

    private void witness(List<String> items) throws Malformed {
        require(items.size() == 3 || items.size() == 4, "not witness, name, key and address");
        String name = newName(items.get(1));
        Policy.Party witness = party(items.get(2), items.subList(3, items.size()));
        require(witness.key().type().timed(), "no key of a witness");
        unlike(witnesses.values(), witness);
        require(witnesses.size() < MOST, "too many witnesses");
        witnesses.put(name, witness);
    }

    private void group(List<String> items) throws Malformed {
        require(items.size() >= 4, "not group, name, number and members");
        String name = newName(items.get(1));
        List<String> own = items.subList(3, items.size());
        for (String member : own) {
            require(known(member), "member not defined before");
            require(members.add(member), "member of two groups, or twice of one");
        }
        int threshold = threshold(items.get(2), own.size());
        require(groups.size() < MOST, "too many groups");
        groups.put(name, new Policy.Group(threshold, own));
    }

    private int threshold(String text, int size) throws Malformed {
        if (text.equals("all")) {
            return size;
        }
        if (text.equals("any")) {
            return 1;
        }
        require(THRESHOLD.matcher(text).matches() && Integer.parseInt(text) <= size, "number of members");
        return Integer.parseInt(text);
    }

    private void quorum(List<String> items) throws Malformed {
        require(items.size() == 2, "not quorum and name");
        require(quorum == null, "second quorum");
        String name = items.get(1);
        require(name.equals(NONE) || known(name), "quorum not defined before");
        quorum = name;
    }

    private Policy.Party party(String key, List<String> url) throws Malformed {
        require(url.isEmpty() || url.get(0).length() <= LONGEST_URL, "length of an address");
        try {
            return new Policy.Party(VerifierKey.parse(key), url.stream().findFirst());
        } catch (Malformed e) {
            throw refused("verifier key");
        }
    }

    /** Of one kind no key pair stands twice, and of all none can be taken for another on a note. */
    private void unlike(Iterable<Policy.Party> others, Policy.Party party) throws Malformed {
        for (Policy.Party other : others) {
            require(!other.key().samePair(party.key()), "key used twice");
        }
        for (Policy.Party other : all()) {
            require(
                    !other.key().sameLabel(party.key()) || other.key().equals(party.key()),
                    "two keys of one name and hash");
        }
    }

    private List<Policy.Party> all() {
        List<Policy.Party> all = new ArrayList<>(logs);
        all.addAll(witnesses.values());
        return all;
    }

    private String newName(String name) throws Malformed {
        require(!name.equals(NONE), "name that means nobody");
        require(name.getBytes(UTF_8).length <= LONGEST_NAME, "length of a name");
        require(!known(name), "name used twice");
        return name;
    }

    private boolean known(String name) {
        return witnesses.containsKey(name) || groups.containsKey(name);
    }

    private static List<String> items(String line) {
        return SPACE.splitAsStream(line).filter(item -> !item.isEmpty()).toList();
    }

    private void require(boolean rule, String otherwise) throws Malformed {
        if (!rule) {
            throw refused(otherwise);
        }
    }

    private Malformed refused(String rule) {
        return new Malformed(line, rule);
    }
}
