package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.app.stories.Stage.Cast;

/** The stories can fail: each kind of fault, put into a page of ours, is found. */
@ExtendWith(Stage.class)
class FindingFaultsIT {

    private static final String SOUND = """
            <main><h1>Sound</h1><p>Words.</p>
              <form method="post" action="/things"><label>Name <input name="name"></label><label>Day <input type="date" name="day"></label>
                <fieldset><legend>Size</legend><label><input type="radio" name="size" value="s">Small</label>
                  <label><input type="radio" name="size" value="l">Large</label></fieldset>
                <label><input type="checkbox" name="box">Boxed</label>
                <label for="c">Colour</label> <select id="c" name="colour"><option>Red</option><option>Green</option></select>
                <button>Keep</button></form></main>""";

    /** A date has parts of its own, and while one of them has the focus the field itself is only around it. */
    private static final String FOCUS = ":focus, input:focus-within { outline: 3px solid blue }";

    private final AtomicInteger kept = new AtomicInteger();
    private HttpServer server;
    private String style = "";
    private String body = SOUND;
    private boolean keepsEverything;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("POST")) {
                String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(form).isEqualTo("name=Ada+L&day=2027-12-31&size=l&box=on&colour=Green");
                int thing = keepsEverything ? kept.incrementAndGet() : 1;
                exchange.getResponseHeaders().set("Location", "/things/" + thing);
                exchange.sendResponseHeaders(303, -1);
                exchange.close();
                return;
            }
            exchange.getResponseHeaders()
                    .set(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'self'; img-src http://127.0.0.1:1; require-trusted-types-for 'script'");
            boolean css = path.endsWith(".css");
            exchange.getResponseHeaders().set("Content-Type", css ? "text/css" : "text/html;charset=utf-8");
            byte[] answer = (css ? FOCUS + style : page()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.equals("/broken") ? 500 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    private String page() {
        return """
                <!DOCTYPE html><html lang="en"><head><title>A page</title><meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark"><link rel="stylesheet" href="/a.css"></head><body>%s</body></html>""".formatted(body);
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private Visitor visitor(Cast cast, Way way) {
        return cast.visitor(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Device.DESKTOP, way);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void findsNothingInSoundPageHoweverOneGetsAbout(Way way, Cast cast) {
        Visitor visitor = visitor(cast, way)
                .goTo("/sound")
                .sees("Words.")
                .fill("Name", "Ada L")
                .fill("Day", java.time.LocalDate.of(2027, 12, 31))
                .choose("Large")
                .choose("Boxed")
                .choose("Colour", "Green")
                .press("Keep");
        assertThat(visitor.path()).isEqualTo("/things/1");
    }

    @Test
    void findsWhatIsTooPaleInTheDarkAlone(Cast cast) {
        style = "@media (prefers-color-scheme: dark) { p { color: #444; background: #222 } }";
        assertThatThrownBy(() -> visitor(cast, Way.MOUSE).goTo("/pale"))
                .hasMessageContaining("[desktop dark] color-contrast")
                .hasMessageNotContaining("[desktop light]");
    }

    @Test
    void findsWhatStandsOverTheEdgeOfPhoneAlone(Cast cast) {
        style = "p { width: 800px }";
        assertThatThrownBy(() -> visitor(cast, Way.MOUSE).goTo("/wide"))
                .hasMessageContaining("[phone light] over the edge")
                .hasMessageNotContaining("[desktop light]");
    }

    @Test
    void findsFieldWithoutName(Cast cast) {
        body = SOUND + "<input>";
        assertThatThrownBy(() -> visitor(cast, Way.MOUSE).goTo("/nameless")).hasMessageContaining("label (critical)");
    }

    @Test
    void hearsWhatThePolicyRefuses(Cast cast) {
        body = SOUND + "<script>document.title = 'mine'</script>";
        assertThatThrownBy(() -> visitor(cast, Way.MOUSE).goTo("/script"))
                .hasMessageContaining("Content Security Policy");
    }

    @Test
    void hearsRequestThatLeavesTheHouse(Cast cast) {
        body = SOUND + "<img alt='' src='http://127.0.0.1:1/spy.png'>";
        assertThatThrownBy(() -> visitor(cast, Way.MOUSE).goTo("/spy")).hasMessageContaining("left the house");
    }

    @Test
    void hearsFailureOfServer(Cast cast) {
        Visitor visitor = visitor(cast, Way.MOUSE);
        assertThat(visitor.attempt("/broken")).isEqualTo(500);
        assertThatThrownBy(visitor::close).hasMessageContaining("500 at /broken");
    }

    @Test
    void findsPostThatDoesThingsTwice(Cast cast) {
        keepsEverything = true;
        Visitor visitor = visitor(cast, Way.MOUSE)
                .goTo("/twice")
                .fill("Name", "Ada L")
                .fill("Day", java.time.LocalDate.of(2027, 12, 31))
                .choose("Large")
                .choose("Boxed")
                .choose("Colour", "Green");
        assertThatThrownBy(() -> visitor.press("Keep")).hasMessageContaining("sent twice to /things");
    }

    @Test
    void findsWhatTheKeyboardCannotReach(Cast cast) {
        body = SOUND.replace("<button>", "<button tabindex=-1>");
        assertThatThrownBy(() -> visitor(cast, Way.KEYBOARD).goTo("/unreachable"))
                .hasMessageContaining("[keyboard] not reached: <button");
    }

    @Test
    void findsFocusThatIsNotSeen(Cast cast) {
        style = "button:focus { outline: none }";
        assertThatThrownBy(() -> visitor(cast, Way.MOUSE).goTo("/unseen"))
                .hasMessageContaining("[keyboard] unseen <button");
    }

    @Test
    void findsWhatStandsOverTheEdgeOfTheNarrowestScreenAlone(Cast cast) {
        style = "p { width: 340px }";
        assertThatThrownBy(() -> visitor(cast, Way.MOUSE).goTo("/narrow"))
                .hasMessageContaining("[320 px] over the edge")
                .hasMessageNotContaining("[phone light]");
    }
}
