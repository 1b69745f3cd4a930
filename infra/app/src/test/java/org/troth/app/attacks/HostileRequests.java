package org.troth.app.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Requests that no honest caller makes, the same for the same seed. None of them is an order that could be carried out: whatever is
 * stored because of one is a fault. Each carries a mark that must not come back.
 */
final class HostileRequests {

    /** Who sends: with a token, with a browser's cookies, or with neither. */
    record Sender(
            String name,
            @Nullable String token,
            @Nullable String cookies,
            List<String> foreign,
            Map<String, String> own) {

        static Sender stranger() {
            return new Sender("stranger", null, null, List.of(), Map.of());
        }
    }

    record Hostile(String kind, String mark, byte[] bytes) {

        @Override
        public String toString() {
            String text = new String(bytes, ISO_8859_1);
            return kind + ": " + text.substring(0, Math.min(330, text.length()));
        }
    }

    private static final String FORM = "6f1ad00e-3b0c-4a1e-9f43-2a7a54d1c0aa";

    private final Random random;
    private final HostileOrders orders;
    private final HostileAddresses addresses;
    private final HostileBodies bodies;
    private final HostileMessages messages;
    private int signIns;

    /**
     * @param paths every address there is, with braces around what differs
     * @param orders every order there is, with its fields
     */
    HostileRequests(long seed, List<String> paths, List<HostileOrders.Order> orders) {
        this.random = new Random(seed);
        this.orders = new HostileOrders(random, orders);
        this.addresses = new HostileAddresses(random, paths, this.orders);
        this.bodies = new HostileBodies(random);
        this.messages = new HostileMessages(random);
    }

    Hostile next(Sender sender) {
        String mark = "mrk" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36) + "z";
        return switch (random.nextInt(28)) {
            case 20, 21, 22, 23 -> order(sender, mark);
            case 24 -> upload(sender, mark);
            case 25 -> signIn(sender, mark);
            case 26, 27 ->
                messages.request(
                        sender, mark, "own", "GET", addresses.own(sender) + "?" + addresses.query(mark), null, null);
            case 0, 1 ->
                messages.request(
                        sender, mark, "json", "POST", addresses.any(sender), "application/json", bodies.json(mark));
            case 2 ->
                messages.request(
                        sender, mark, "nesting", "POST", addresses.any(sender), "application/json", bodies.nesting());
            case 3, 4 ->
                messages.request(
                        sender, mark, "fields", "POST", addresses.any(sender), "application/json", bodies.fields(mark));
            case 5 ->
                messages.request(
                        sender,
                        mark,
                        "bytes",
                        "POST",
                        addresses.any(sender),
                        "application/json",
                        bodies.invalidUtf8(mark));
            case 6 ->
                messages.request(
                        sender,
                        mark,
                        "type",
                        "POST",
                        addresses.any(sender),
                        Venom.oneOf(random, Venom.TYPES),
                        bodies.json(mark));
            case 7 ->
                messages.request(
                        sender,
                        mark,
                        "method",
                        Venom.oneOf(random, Venom.METHODS),
                        addresses.any(sender),
                        "application/json",
                        bodies.json(mark));
            case 8, 9 -> messages.request(sender, mark, "path", "GET", addresses.crooked(sender, mark), null, null);
            case 10, 11, 12 ->
                messages.request(
                        sender, mark, "query", "GET", addresses.any(sender) + "?" + addresses.query(mark), null, null);
            case 13, 14 ->
                messages.request(
                        sender,
                        mark,
                        "form",
                        "POST",
                        addresses.any(sender),
                        "application/x-www-form-urlencoded",
                        bodies.form(addresses.query(mark), mark));
            case 15 -> messages.headers(sender, addresses.any(sender), mark);
            case 16 -> messages.lengths(sender, addresses.any(sender), mark);
            case 17 -> messages.chunks(sender, addresses.any(sender), mark);
            case 18 -> messages.lines(addresses.any(sender), mark);
            default -> messages.request(sender, mark, "address", "GET", addresses.any(sender), null, null);
        };
    }

    /** An order that the sender may well give, on what is the sender's own; with no field in it as it must be. */
    private Hostile order(Sender sender, String mark) {
        boolean program = sender.token() != null && (sender.cookies() == null || random.nextBoolean());
        HostileOrders.Order order = orders.any(sender.own());
        String path = addresses.filled(sender, order.path());
        if (program) {
            String type = random.nextInt(6) == 0 ? Venom.oneOf(random, Venom.TYPES) : "application/json";
            return messages.request(sender, mark, "order", "POST", path, type, orders.json(order, mark));
        }
        String form = "_csrf=" + csrf(sender) + "&" + orders.form(order, mark);
        return messages.request(
                sender,
                mark,
                "order by form",
                "POST",
                path.replace("/api/v1", ""),
                "application/x-www-form-urlencoded",
                form.getBytes(ISO_8859_1));
    }

    private Hostile upload(Sender sender, String mark) {
        HostileOrders.Upload upload = orders.upload(mark);
        return messages.request(
                sender, mark, "upload", "POST", "/api/v1/directory/imports", upload.type(), upload.body());
    }

    /** Past the door that keeps foreign forms out, with names and passwords that are nobody's. */
    private Hostile signIn(Sender sender, String mark) {
        String body = "_csrf=" + csrf(sender) + "&name=" + Wire.percent(Venom.oneOf(random, Venom.TEXTS) + mark)
                + "&password=" + Wire.percent(Venom.oneOf(random, Venom.TEXTS)) + "&name=" + mark;
        Sender stranger = new Sender(sender.name(), null, "troth-form=" + FORM, List.of(), Map.of());
        // A network may try only so often, and the tests that come after are of the same one.
        String path = signIns++ < 3 ? "/sign-in" : "/accounts/opening";
        return messages.request(
                stranger,
                mark,
                "sign-in",
                "POST",
                path,
                "application/x-www-form-urlencoded",
                (sender.cookies() == null ? body : body.replaceFirst("_csrf=[^&]*", "_csrf=" + masked(FORM)))
                        .getBytes(ISO_8859_1));
    }

    /** The token that fits the cookie: half of it may be chosen, and is nothing but zeros here. */
    private static String csrf(Sender sender) {
        String cookies = String.valueOf(sender.cookies());
        int at = cookies.indexOf("troth-form=");
        return masked(at < 0 ? FORM : cookies.substring(at + 11).split(";", 2)[0]);
    }

    private static String masked(String token) {
        byte[] plain = token.getBytes(UTF_8);
        byte[] both = new byte[plain.length * 2];
        System.arraycopy(plain, 0, both, plain.length, plain.length);
        return Base64.getUrlEncoder().encodeToString(both);
    }
}
