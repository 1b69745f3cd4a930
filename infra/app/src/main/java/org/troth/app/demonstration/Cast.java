package org.troth.app.demonstration;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.troth.app.ground.SecretFile;

/** The sample accounts: one of each role, with a password that can be typed and a token that is renewed in time. */
final class Cast {

    private static final Duration TOKEN_LASTS = Duration.ofDays(80);
    private static final List<String> PASSWORD_WORDS = List.of(
            "amber", "anchor", "apple", "aspen", "basil", "birch", "bramble", "breeze", "candle", "canyon", "cedar",
            "clover", "comet", "copper", "coral", "cotton", "cricket", "dahlia", "ember", "fable", "falcon", "fern",
            "fiddle", "flint", "garnet", "ginger", "harbour", "hazel", "heron", "honey", "indigo", "island", "ivory",
            "jasmine", "juniper", "kettle", "lantern", "lemon", "linen", "lunar", "maple", "marble", "meadow", "mint",
            "nectar", "oasis", "ocean", "olive", "orchid", "otter", "paper", "pebble", "pepper", "plum", "quartz",
            "raven", "river", "saffron", "sage", "sparrow", "timber", "velvet", "walnut", "willow");

    private final Api api;
    private final Random random = new SecureRandom();
    private final List<Player> players = new ArrayList<>();

    Cast(Api api) {
        this.api = api;
    }

    /** An account that acts. */
    final class Player {
        private final String role;
        private final String name;
        private final String password;
        private final String account;
        private String token;
        private Instant renewAt;

        private Player(String role, String name, String password, String account, String token, Instant now) {
            this.role = role;
            this.name = name;
            this.password = password;
            this.account = account;
            this.token = token;
            this.renewAt = now.plus(TOKEN_LASTS);
        }

        /** A token that is in force at this time. */
        String token(Instant now) {
            if (!now.isBefore(renewAt)) {
                renew(now);
            }
            return token;
        }

        void renew(Instant now) {
            token = api.post(token, "accounts/" + account + "/tokens", Map.of("days", 90))
                    .body()
                    .path("token")
                    .asString();
            renewAt = now.plus(TOKEN_LASTS);
        }
    }

    /** Opens an account with the code of its invitation. */
    Player open(String role, String name, String code, Instant now) {
        String password = password();
        Api.Done opened = api.post(
                null, "accounts/opening", Map.of("name", name, "code", code, "password", password, "token", true));
        Player player = new Player(
                role, name, password, opened.id(), opened.body().path("token").asString(), now);
        players.add(player);
        return player;
    }

    /** Has the administrator invite, and opens. */
    Player invite(Player administrator, String role, String name, @Nullable String person, Instant now) {
        Map<String, Object> invitation = person == null
                ? Map.of("name", name, "roles", List.of(role))
                : Map.of("name", name, "roles", List.of(role), "person", person);
        String code = api.post(administrator.token(now), "accounts", invitation)
                .body()
                .path("code")
                .asString();
        return open(role, name, code, now);
    }

    /** Tokens that last from now on, when the two years are over. */
    void renewAll(Instant now) {
        players.forEach(player -> player.renew(now));
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
        text.append("\ncurl -H \"Authorization: Bearer TOKEN\" ").append(address).append("/api/v1/participants\n");
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
