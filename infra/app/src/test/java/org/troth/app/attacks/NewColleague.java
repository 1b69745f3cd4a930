package org.troth.app.attacks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.troth.app.PhoneApp;

/** Somebody who works in the programme comes in for the first time, by pages alone, and leaves with a token for their program. */
final class NewColleague {

    private static final Pattern SECRET = Pattern.compile("name=\"secret\" value=\"([A-Z2-7]{32})\"");
    private static final Pattern RECOVERY = Pattern.compile("<code[^>]*>([0-9a-z]{4}(?:-[0-9a-z]{4}){3})</code>");
    private static final Pattern TOKEN = Pattern.compile("<code[^>]* id=\"token\">(troth_[^<]+)</code>");

    private static final int STEP = 30;

    private final Caller at;
    private final String name;
    private final String password;
    private @Nullable PhoneApp app;
    private long shown;

    NewColleague(Caller at, String name, String password) {
        this.at = at;
        this.name = name;
        this.password = password;
    }

    /** Opens the account with its one-time code, sets up a second step, and makes a token after it. */
    String token(String code) {
        String account = at.post("/accounts/opening", Map.of("name", name, "code", code, "password", password))
                .expect(200)
                .id();
        String recovery = enrolled().get(0);
        at.signIn(name, password).expect(303);
        at.form("/sign-in/code", "/sign-in/code", Map.of("code", recovery)).expect(303);
        Answer made = at.form("/accounts/mine", "/accounts/" + account + "/tokens", Map.of("days", "30"))
                .expect(200);
        return found(TOKEN, made).get(0);
    }

    /** Sets up a second step where the first sign-in leads to; answers with the recovery codes. */
    List<String> enrolled() {
        at.signIn(name, password).expect(303);
        String page = at.get("/").expect(303).header("Location");
        String secret = found(SECRET, at.get(page).expect(200)).get(0);
        app = PhoneApp.with(secret);
        Answer set =
                at.form(page, page, Map.of("secret", secret, "code", code())).expect(200);
        return found(RECOVERY, set);
    }

    /** Waits for a code that was not shown yet, half a minute at most. */
    String nextCode() throws InterruptedException {
        while (Instant.now().getEpochSecond() / STEP <= shown) {
            Thread.sleep(200);
        }
        return code();
    }

    private String code() {
        Instant now = Instant.now();
        shown = now.getEpochSecond() / STEP;
        return Objects.requireNonNull(app, "set up first").code(now);
    }

    private static List<String> found(Pattern pattern, Answer page) {
        List<String> found = pattern.matcher(page.text())
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();
        if (found.isEmpty()) {
            throw new AssertionError("not on the page: " + pattern);
        }
        return found;
    }
}
