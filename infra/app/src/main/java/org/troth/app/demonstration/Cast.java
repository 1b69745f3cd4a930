package org.troth.app.demonstration;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.troth.app.ground.SecretFile;

/** The sample accounts: one of each role, with a password that can be typed and a token that is renewed in time. */
final class Cast {

    private static final Duration RENEWED_EVERY = Duration.ofDays(60);
    private static final List<String> PASSWORD_WORDS = List.of(
            "amber", "anchor", "apple", "aspen", "basil", "birch", "bramble", "breeze", "candle", "canyon", "cedar",
            "clover", "comet", "copper", "coral", "cotton", "cricket", "dahlia", "ember", "fable", "falcon", "fern",
            "fiddle", "flint", "garnet", "ginger", "harbour", "hazel", "heron", "honey", "indigo", "island", "ivory",
            "jasmine", "juniper", "kettle", "lantern", "lemon", "linen", "lunar", "maple", "marble", "meadow", "mint",
            "nectar", "oasis", "ocean", "olive", "orchid", "otter", "paper", "pebble", "pepper", "plum", "quartz",
            "raven", "river", "saffron", "sage", "sparrow", "timber", "velvet", "walnut", "willow");

    private final Api api;
    private final Calendar calendar;
    private final Random random = new SecureRandom();
    private final List<Player> players = new ArrayList<>();

    Cast(Api api, Calendar calendar) {
        this.api = api;
        this.calendar = calendar;
    }

    /** An account that acts. */
    final class Player {
        private final String role;
        private final String name;
        private final String password;
        private final String account;
        private String token;

        private Player(String role, String name, String password, String account, String token) {
            this.role = role;
            this.name = name;
            this.password = password;
            this.account = account;
            this.token = token;
            calendar.in(RENEWED_EVERY, this::renewAgain);
        }

        /** A token that is in force. */
        String token() {
            return token;
        }

        private void renewAgain() {
            renew();
            calendar.in(RENEWED_EVERY, this::renewAgain);
        }

        private void renew() {
            token = api.post(token, "accounts/" + account + "/tokens", Map.of("days", 90))
                    .body()
                    .path("token")
                    .asString();
        }
    }

    /** Opens an account with the code of its invitation. */
    Player open(String role, String name, String code) {
        String password = password();
        Api.Done opened = api.post(
                null, "accounts/opening", Map.of("name", name, "code", code, "password", password, "token", true));
        Player player = new Player(
                role, name, password, opened.id(), opened.body().path("token").asString());
        players.add(player);
        return player;
    }

    /** Has the administrator invite, and opens. */
    Player invite(Player administrator, String role, String name, @Nullable String person) {
        Map<String, Object> invitation = person == null
                ? Map.of("name", name, "roles", List.of(role))
                : Map.of("name", name, "roles", List.of(role), "person", person);
        String code = api.post(administrator.token(), "accounts", invitation)
                .body()
                .path("code")
                .asString();
        return open(role, name, code);
    }

    /** Tokens that last from now on, when the two years are over. */
    void renewAll() {
        players.forEach(Player::renew);
    }

    /** Writes names, passwords and tokens where the operator alone can read them. */
    void writeTo(Path file, String address) {
        StringBuilder text = new StringBuilder("Sample accounts of this trial. Everybody in it is invented.\n\n");
        text.append("Sign in at ").append(address).append("/sign-in\n\n");
        for (Player player : players) {
            text.append("%-14s  name %-14s  password %s%n".formatted(player.role, player.name, player.password));
        }
        text.append("\nTokens for the API, for 90 days:\n\n");
        for (Player player : players) {
            text.append("%-14s  %s%n".formatted(player.role, player.token));
        }
        text.append("\ncurl -H \"Authorization: Bearer TOKEN\" ")
                .append(address)
                .append("/api/v1/participants\n");
        SecretFile.write(file, text.toString());
    }

    private String password() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            words.add(PASSWORD_WORDS.get(random.nextInt(PASSWORD_WORDS.size())));
        }
        return String.join("-", words) + "-" + (10 + random.nextInt(90));
    }
}
