package org.troth.app.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.attacks.HostileRequests.Hostile;
import org.troth.app.attacks.HostileRequests.Sender;
import org.troth.app.attacks.RawSocket.Heard;
import tools.jackson.databind.JsonNode;

/**
 * Ten thousand requests that no honest caller makes: no failure of the server's own, nothing of its insides shown, nothing of the request
 * said back, and nothing stored but that somebody signed in was refused. Another number: {@code -Dtroth.attacks.requests=100000}.
 */
@ExtendWith(Attacked.class)
class SendingHostileRequestsIT {

    private static final int REQUESTS = Integer.getInteger("troth.attacks.requests", 10_000);
    private static final long SEED = 20_261_121;
    private static final String PASSWORD = "no lantern without a wick 7";
    private static final int CALLERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern INSIDES = Pattern.compile(
            "Exception|Throwable|StackTrace|\\bat (org|java|tools|jakarta)\\.|org\\.(springframework|apache|postgresql|axonframework)"
                    + "|java\\.lang|jackson|hikari|\\bpsql\\b|SQLSTATE|select .* from |Whitelabel",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> PAGES = List.of(
            "/",
            "/sign-in",
            "/api",
            "/participants",
            "/participants/new",
            "/participants/{id}",
            "/participants/{id}/intake",
            "/participants/{id}/closing",
            "/participants/{id}/contacts",
            "/participants/{id}/contacts/{channel}/unsafe",
            "/participants/{id}/enrolment",
            "/participants/search",
            "/volunteers",
            "/volunteers/new",
            "/volunteers/{id}",
            "/volunteers/{id}/qualification",
            "/volunteers/{id}/capacity",
            "/consents",
            "/consents/new",
            "/consents/{id}",
            "/consents/{id}/agreement",
            "/consents/{id}/refusal",
            "/consents/{id}/withdrawal",
            "/matches",
            "/matches/{id}",
            "/matches/{id}/proposal",
            "/matches/{id}/acceptance",
            "/matches/{id}/declining",
            "/matches/{id}/change",
            "/matches/{id}/end",
            "/boundaries/new",
            "/boundaries/{id}",
            "/boundaries/{id}/change",
            "/boundaries/{id}/no",
            "/referrals/new",
            "/referrals/{id}",
            "/referrals/{id}/release",
            "/referrals/{id}/outcome",
            "/directory",
            "/directory/imports",
            "/audit",
            "/disclosures",
            "/disclosures/of/{id}",
            "/disclosures/of/{id}.csv",
            "/accounts",
            "/accounts/opening",
            "/accounts/mine",
            "/accounts/{id}/roles",
            "/accounts/{id}/roles/{role}/taking",
            "/accounts/{id}/tokens",
            "/accounts/{id}/tokens/{token}/revocation",
            "/accounts/{id}/password",
            "/mine",
            "/walks",
            "/sign-out",
            "/actuator",
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/prometheus",
            "/actuator/health",
            "/v3/api-docs",
            "/v3/api-docs/{group}",
            "/shell/{file}",
            "/vendor/{file}",
            "/error",
            "/favicon.ico",
            "/swagger-ui/index.html");

    private final ChildTroth troth;
    private final Walk walk;

    SendingHostileRequestsIT(Attacked.Ground ground) {
        this.troth = ground.troth;
        this.walk = ground.walk;
    }

    @Test
    void storesNothingOfStrangersAndNeverFails() {
        StoredRecord record = troth.record();
        long size = record.size();
        send(SEED, List.of(Sender.stranger()), REQUESTS * 3 / 10, paths());
        assertThat(record.size()).isEqualTo(size);
    }

    @Test
    void storesOnlyRefusalsOfThoseSignedInAndNeverFails() {
        StoredRecord record = troth.record();
        List<Sender> senders = senders();
        Map<Integer, Long> before = record.byCategory();
        long position = record.number("select max(position) from facts.fact");
        // A rebuild needs nothing but to be asked for.
        send(
                SEED + 1,
                senders,
                REQUESTS * 7 / 10,
                paths().stream().filter(path -> !path.contains("rebuild")).toList());

        awaitViews();
        Map<Integer, Long> after = record.byCategory();
        after.put(StoredRecord.DISCLOSURE, before.get(StoredRecord.DISCLOSURE));
        assertThat(after).isEqualTo(before);
        assertThat(record.texts("select distinct kind || ' ' || route from views.look where position > " + position
                        + " and kind not in ('REFUSED')"))
                .as("looks that were asked for in earnest")
                .allMatch(look -> look.matches("(DISCLOSED|LOG_READ) (GET )?/[a-z./{}]*"));
        assertThat(record.isContiguous()).isTrue();
    }

    private List<Sender> senders() {
        List<String> foreign =
                List.of(walk.participant, walk.volunteer, walk.match, walk.boundary, walk.referral, walk.sharing);
        Walk mine = Walk.together(troth, Walk.somebody("five"), Walk.somebody("six"));
        return List.of(
                sender("COORDINATOR", List.of(walk.participantAccount, walk.volunteerAccount), own(walk)),
                sender("AUDITOR", foreign, Map.of("participants", walk.participant)),
                new Sender(
                        "participant", mine.participantToken, withForm(mine.participantsBrowser()), foreign, own(mine)),
                new Sender("volunteer", mine.volunteerToken, withForm(mine.volunteersBrowser()), foreign, own(mine)),
                sender("ADMINISTRATOR", foreign, Map.of("accounts", walk.participantAccount)));
    }

    /** An account of this test alone: whoever is refused so often is not heard for a while. */
    private Sender sender(String role, List<String> foreign, Map<String, String> own) {
        String name = "hostile " + role.toLowerCase(Locale.ROOT);
        String code = walk.administrator
                .post("/accounts", Map.of("name", name, "roles", List.of(role)))
                .expect(201)
                .json()
                .path("code")
                .asString();
        String token = Caller.stranger(troth.origin())
                .post("/accounts/opening", Map.of("name", name, "code", code, "password", PASSWORD, "token", true))
                .expect(200)
                .json()
                .path("token")
                .asString();
        return new Sender(name, token, withForm(Caller.browser(troth.origin(), name, PASSWORD)), foreign, own);
    }

    private static String withForm(Caller browser) {
        browser.get("/");
        assertThat(browser.cookieHeader()).contains("troth-form=");
        return browser.cookieHeader();
    }

    private static Map<String, String> own(Walk walk) {
        return Map.of(
                "participants", walk.participant,
                "volunteers", walk.volunteer,
                "consents", walk.sharing,
                "matches", walk.match,
                "boundaries", walk.boundary,
                "referrals", walk.referral);
    }

    private JsonNode description() {
        return Caller.stranger(troth.origin()).get("/v3/api-docs").expect(200).json();
    }

    private List<HostileOrders.Order> orders() {
        List<HostileOrders.Order> orders = HostileOrders.of(description());
        assertThat(orders).hasSizeGreaterThan(12);
        return orders;
    }

    private List<String> paths() {
        List<String> all = new ArrayList<>(PAGES);
        description().path("paths").propertyNames().forEach(all::add);
        assertThat(all).hasSizeGreaterThan(PAGES.size() + 30);
        return all;
    }

    private void send(long seed, List<Sender> senders, int count, List<String> paths) {
        HostileRequests requests = new HostileRequests(seed, paths, orders());
        List<Hostile> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(requests.next(senders.get(i % senders.size())));
        }
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        for (Hostile hostile : all) {
            callers.execute(() -> {
                try {
                    Heard heard = RawSocket.say(troth.origin(), hostile.bytes(), PATIENCE);
                    statuses.add(heard.status());
                    String fault = fault(hostile, heard);
                    if (fault != null) {
                        faults.add(fault + "\n   " + hostile + "\n   -> " + told(heard)
                                + (heard.status() >= 500 ? "\n" + troth.noted(heard.text()) : ""));
                    }
                } catch (IOException e) {
                    faults.add(e + "\n   " + hostile);
                }
            });
        }
        callers.shutdown();
        try {
            assertThat(callers.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Map<Integer, Integer> counted = new TreeMap<>();
        statuses.forEach(status -> counted.merge(status, 1, Integer::sum));
        assertThat(faults.stream().limit(30).toList())
                .as("%d faults; answers %s", faults.size(), counted)
                .isEmpty();
        assertThat(counted.getOrDefault(0, 0))
                .as("hung up without a word %s", counted)
                .isLessThan(count / 20);
        assertThat(counted).containsKeys(400, 404);
    }

    private static String told(Heard heard) {
        String text = heard.text().replaceAll("(?s)\r\nContent-Security-Policy.*?\r\n\r\n", " ... ");
        return text.substring(0, Math.min(700, text.length()));
    }

    private static @org.jspecify.annotations.Nullable String fault(Hostile hostile, Heard heard) {
        if (heard.status() >= 500) {
            return "failed with " + heard.status();
        }
        if (heard.timedOut()) {
            return "never answered";
        }
        boolean page = heard.text().contains("text/html");
        if (heard.text().contains(page ? "<" + hostile.mark() : hostile.mark()) && !page) {
            return "said back";
        }
        if (heard.text().contains("<script>alert") || heard.text().contains("<img src=x")) {
            return "said back as markup";
        }
        return INSIDES.matcher(heard.text()).find() && !heard.text().contains("\"openapi\"")
                ? "shows its insides"
                : null;
    }

    @Test
    void answersAfterwardsAsBefore() {
        walk.coordinator.get("/api/v1/participants/" + walk.participant).expect(200);
        Caller.stranger(troth.origin()).get("/actuator/health").expect(200);
    }

    /** Nobody holds a line by whispering: a request whose lines never end is given up. */
    @Test
    void hangsUpOnWhoeverWhispers() throws IOException {
        List<Socket> whisperers = new ArrayList<>();
        try {
            for (String begun : List.of(
                    "",
                    "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX",
                    "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 50\r\n\r\nname")) {
                Socket socket = new Socket();
                socket.connect(
                        new InetSocketAddress(
                                troth.origin().getHost(), troth.origin().getPort()),
                        5_000);
                socket.setSoTimeout(45_000);
                socket.getOutputStream().write(begun.getBytes(ISO_8859_1));
                socket.getOutputStream().flush();
                whisperers.add(socket);
            }
            long begun = System.nanoTime();
            for (Socket socket : whisperers) {
                String heard = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
                assertThat(heard)
                        .satisfiesAnyOf(
                                text -> assertThat(text).isEmpty(),
                                text -> assertThat(text).startsWith("HTTP/1.1 4"));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(40));
        } finally {
            for (Socket socket : whisperers) {
                socket.close();
            }
        }
    }

    /** Many open lines that say nothing do not keep others out. */
    @Test
    void servesOthersWhileManyWhisper() throws IOException {
        List<Socket> whisperers = new ArrayList<>();
        try {
            for (int i = 0; i < 150; i++) {
                Socket socket = new Socket();
                socket.connect(
                        new InetSocketAddress(
                                troth.origin().getHost(), troth.origin().getPort()),
                        5_000);
                OutputStream out = socket.getOutputStream();
                out.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ".getBytes(ISO_8859_1));
                out.flush();
                whisperers.add(socket);
            }
            walk.coordinator.get("/api/v1/participants/" + walk.participant).expect(200);
        } finally {
            for (Socket socket : whisperers) {
                socket.close();
            }
        }
    }

    @Test
    void doesNothingForPageWithoutToken() {
        long size = troth.record().size();
        Caller browser = troth.browser("coordinator");
        for (String path : List.of("/participants", "/participants/" + walk.participant + "/enrolment", "/sign-out")) {
            browser.send(
                            "POST",
                            path,
                            "matter=family&language=en".getBytes(ISO_8859_1),
                            "Content-Type",
                            "application/x-www-form-urlencoded")
                    .expect(403);
        }
        assertThat(troth.record().size()).isEqualTo(size);
        browser.get("/participants").expect(200);
    }

    @Test
    void endsStolenSessionAndTokenWhenRoleIsTaken() {
        String name = "Casual Helper";
        Answer invited = walk.administrator
                .post("/accounts", Map.of("name", name, "roles", List.of("COORDINATOR")))
                .expect(201);
        Answer opened = Caller.stranger(troth.origin())
                .post(
                        "/accounts/opening",
                        Map.of(
                                "name",
                                name,
                                "code",
                                invited.json().path("code").asString(),
                                "password",
                                PASSWORD,
                                "token",
                                true))
                .expect(200);
        Caller browser = Caller.browser(troth.origin(), name, PASSWORD);
        Caller program =
                Caller.program(troth.origin(), opened.json().path("token").asString());
        browser.get("/participants").expect(200);
        program.get("/api/v1/participants").expect(200);

        walk.administrator
                .post("/accounts/" + invited.id() + "/roles/COORDINATOR/taking", Map.of())
                .expect(200);
        assertThat(browser.get("/participants").status()).isIn(303, 403);
        assertThat(program.get("/api/v1/participants").status()).isIn(401, 403);
        walk.administrator.post("/accounts/" + invited.id() + "/lock", Map.of()).expect(200);
        assertThat(browser.get("/accounts/mine").status()).isEqualTo(303);
        program.get("/api/v1/participants").expect(401);
    }

    @Test
    void keepsNoBodyOfRequestOnDisk() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(troth.home(), 1)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .containsExactlyInAnyOrder(
                            ".troth",
                            "accounts.txt",
                            "database.txt",
                            "demonstration",
                            "epochs",
                            "keys",
                            "passphrase",
                            "postgres");
        }
    }

    private void awaitViews() {
        StoredRecord record = troth.record();
        ChildTroth.await(
                Duration.ofSeconds(30),
                () -> record.number("select min(position) from views.progress")
                        >= record.number("select max(position) from facts.fact"));
    }
}
