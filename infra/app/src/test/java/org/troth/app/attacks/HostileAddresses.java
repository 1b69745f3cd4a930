package org.troth.app.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.troth.app.attacks.HostileRequests.Sender;

/** Addresses of the product, with something in them that is not the sender's, that is nothing, or that is no address. */
final class HostileAddresses {

    private final Random random;
    private final List<String> paths;
    private final HostileOrders orders;

    /** @param paths every address there is, with braces around what differs */
    HostileAddresses(Random random, List<String> paths, HostileOrders orders) {
        this.random = random;
        this.paths = List.copyOf(paths);
        this.orders = orders;
    }

    /** An address with identifiers that name nothing, or something that the sender may not know of. */
    String any(Sender sender) {
        StringBuilder path = new StringBuilder(Venom.oneOf(random, paths));
        for (int open = path.indexOf("{"); open >= 0; open = path.indexOf("{", open + 1)) {
            path.replace(open, path.indexOf("}", open) + 1, identifier(sender));
        }
        return path.toString();
    }

    private String identifier(Sender sender) {
        return switch (random.nextInt(6)) {
            case 0 -> Wire.percent(Venom.oneOf(random, Venom.TEXTS));
            case 1 -> "0-0-0-0-0";
            case 2 -> sender.foreign().isEmpty() ? UUID.randomUUID().toString() : Venom.oneOf(random, sender.foreign());
            default -> new UUID(random.nextLong(), random.nextLong()).toString();
        };
    }

    /** An address of what is the sender's own. */
    String own(Sender sender) {
        for (int i = 0; i < 20; i++) {
            String path = Venom.oneOf(random, paths);
            if (path.contains("{") && orders.isOwn(path, sender.own())) {
                return filled(sender, path);
            }
        }
        return any(sender);
    }

    String filled(Sender sender, String pattern) {
        StringBuilder path = new StringBuilder(pattern);
        String own = sender.own().get(HostileOrders.feature(pattern));
        for (int open = path.indexOf("{"); open >= 0; open = path.indexOf("{", open + 1)) {
            path.replace(open, path.indexOf("}", open) + 1, own == null ? identifier(sender) : own);
            own = null;
        }
        return path.toString();
    }

    /** What hardly leads anywhere. */
    String crooked(Sender sender, String mark) {
        String path = any(sender);
        return switch (random.nextInt(22)) {
            case 16 -> path + ";" + mark + "=1;a=%00";
            case 17 -> path + "/";
            case 18 -> path.replace("-", "%2D") + "%20";
            case 19 -> path + "?" + "%ED%A0%80" + mark + "=%FF%FE";
            case 20 -> "/" + "%F0%9F%98%80".repeat(200) + path;
            case 21 -> path + "#" + mark;
            case 0 -> "/../../../../etc/passwd";
            case 1 -> "/%2e%2e/%2e%2e/etc/passwd";
            case 2 -> "/shell/..%2f..%2fapplication.properties";
            case 3 -> "/vendor/%252e%252e%252fapplication.properties";
            case 4 -> path.replace("/", "%2F");
            case 5 -> path.replace("/", "%5C");
            case 6 -> path + ";jsessionid=" + mark;
            case 7 -> path + "%00" + mark;
            case 8 -> path.replace("/", "//");
            case 9 -> path + "/.;/" + mark;
            case 10 -> "/" + mark + Wire.percent(Venom.oneOf(random, Venom.TEXTS));
            case 11 -> path + "/" + "a".repeat(random.nextInt(9000));
            case 12 -> path + "%";
            case 13 -> path + "%zz" + mark;
            case 14 -> "http://" + mark + ".invalid" + path;
            default -> path.toUpperCase(Locale.ROOT) + "/.." + path + "/%C0%AE" + mark;
        };
    }

    String query(String mark) {
        if (random.nextInt(30) == 0) {
            return (mark + "=1&").repeat(700);
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            String name = Venom.oneOf(random, Venom.PARAMETERS);
            String value = switch (random.nextInt(4)) {
                case 0 -> mark;
                case 1 -> Long.toString(random.nextInt(3) - 5_000L);
                default -> Venom.oneOf(random, Venom.TEXTS);
            };
            // Waiting for a position that is to come is allowed, and slow: once in a while only.
            if (!name.equals("at") || !value.matches("\\d+") || random.nextInt(20) == 0) {
                all.add(name + "=" + Wire.percent(value));
            }
        }
        return all.isEmpty() ? "=" + mark : String.join("&", all);
    }
}
