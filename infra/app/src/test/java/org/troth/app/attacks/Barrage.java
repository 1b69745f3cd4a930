package org.troth.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.troth.app.attacks.HostileRequests.Hostile;
import org.troth.app.attacks.HostileRequests.Sender;
import org.troth.app.attacks.RawSocket.Heard;
import tools.jackson.databind.JsonNode;

/** Many hostile requests at once, and what no answer to them may be or say. */
final class Barrage {

    private static final int CALLERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern INSIDES = Pattern.compile(
            "Exception|Throwable|StackTrace|\\bat"
                    + " (org|java|tools|jakarta)\\.|org\\.(springframework|apache|postgresql|axonframework)|java\\.lang|jackson|hikari|\\bpsql\\b|SQLSTATE|select"
                    + " .* from |Whitelabel",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> PAGES = List.of(
            "/",
            "/sign-in",
            "/glossary",
            "/api",
            "/notes",
            "/notes/reading",
            "/notes/words",
            "/notes/withdrawal",
            "/deliveries",
            "/deliveries/opening",
            "/deliveries/reading",
            "/deliveries/acceptance",
            "/deliveries/non-acceptance",
            "/deliveries/start",
            "/deliveries/outcome",
            "/participants",
            "/participants/new",
            "/participants/{id}",
            "/participants/{id}/intake",
            "/participants/{id}/assessment",
            "/participants/{id}/waiting",
            "/participants/{id}/closing",
            "/encounters/{id}/versions/{number}/approval",
            "/encounters/{id}/versions/{number}/return",
            "/merges",
            "/merges/new",
            "/merges/reason",
            "/merges/{id}/code",
            "/merges/{id}/{id}",
            "/merges/{id}/{id}/confirmation",
            "/merges/{id}/{id}/refusal",
            "/merges/{id}/{id}/undoing",
            "/erasures",
            "/erasures/new",
            "/erasures/{id}/withdrawal",
            "/erasures/mistake",
            "/erasures/{id}/mistake",
            "/participants/{id}/closure",
            "/participants/{id}/reopening",
            "/participants/{id}/correction",
            "/participants/{id}/first-tellings",
            "/participants/{id}/first-tellings/{number}/step",
            "/participants/{id}/others",
            "/participants/{id}/others/{number}/removal",
            "/participants/{id}/follow-up",
            "/participants/{id}/follow-up/dropping",
            "/participants/{id}/follow-up/outcome",
            "/participants/{id}/contacts",
            "/participants/{id}/contacts/{channel}/unsafe",
            "/participants/{id}/enrolment",
            "/participants/{id}/availability",
            "/participants/search",
            "/volunteers",
            "/volunteers/new",
            "/volunteers/{id}",
            "/volunteers/{id}/qualification",
            "/volunteers/{id}/capacity",
            "/volunteers/{id}/correction",
            "/volunteers/{id}/versions",
            "/volunteers/{id}/availability",
            "/consents",
            "/consents/new",
            "/consents/{id}",
            "/consents/{id}/agreement",
            "/consents/{id}/conversations",
            "/consents/{id}/receipt",
            "/consents/{id}/refusal",
            "/consents/{id}/renewal",
            "/consents/{id}/standing",
            "/consents/{id}/understanding",
            "/consents/{id}/withdrawal",
            "/youth/mine",
            "/youth/{id}",
            "/youth/{id}/age",
            "/youth/{id}/age/removal",
            "/youth/{id}/guardians",
            "/youth/{id}/guardians/{number}/ending",
            "/youth/{id}/alone",
            "/youth/{id}/alone/ending",
            "/youth/{id}/agreements",
            "/youth/{id}/objections",
            "/matches",
            "/matches/{id}",
            "/matches/{id}/proposal",
            "/matches/{id}/acceptance",
            "/matches/{id}/declining",
            "/matches/{id}/change",
            "/matches/{id}/no",
            "/matches/{id}/second-contact",
            "/matches/{id}/apart/{wish}/withdrawal",
            "/changes",
            "/conflicts",
            "/conflicts/new",
            "/conflicts/{id}/withdrawal",
            "/matches/{id}/end",
            "/boundaries/new",
            "/boundaries/{id}",
            "/boundaries/{id}/change",
            "/boundaries/{id}/no",
            "/charter",
            "/charter/acknowledgement",
            "/charter/outside",
            "/charter/outside/new",
            "/charter/outside/{id}",
            "/charter/outside/{id}/decision",
            "/programme",
            "/programme/codes",
            "/programme/codes/new",
            "/programme/codes/{list}/{code}",
            "/programme/codes/{list}/{code}/end",
            "/programme/codes/{list}/{code}/return",
            "/sheets",
            "/sheets/new",
            "/sheets/given",
            "/sheets/{id}",
            "/sheets/{id}/versions",
            "/sheets/{id}/review",
            "/sheets/{id}/end",
            "/presences",
            "/presences/new",
            "/presences/in/{id}",
            "/presences/{id}/agreement",
            "/presences/{id}/no",
            "/goals",
            "/goals/new",
            "/goals/{id}",
            "/goals/{id}/wording",
            "/goals/{id}/rating",
            "/goals/{id}/showing",
            "/goals/of/{id}",
            "/goals/with/{id}",
            "/plans",
            "/plans/of/{id}",
            "/plans/with/{id}",
            "/plans/{id}",
            "/plans/{id}/closing",
            "/plans/{id}/sections",
            "/plans/{id}/sections/new",
            "/plans/{id}/sections/{id}",
            "/plans/{id}/sections/{id}/wording",
            "/plans/{id}/sections/{id}/goals",
            "/plans/{id}/sections/{id}/showing",
            "/plans/{id}/sections/{id}/hiding",
            "/plans/{id}/sections/{id}/steps",
            "/plans/{id}/steps/{id}/done",
            "/plans/{id}/steps/{id}/not-done",
            "/referrals/new",
            "/referrals/{id}",
            "/referrals/{id}/recall-notice",
            "/referrals/{id}/release",
            "/referrals/{id}/outcome",
            "/directory",
            "/directory/imports",
            "/audit",
            "/disclosures",
            "/disclosures/of/{id}",
            "/disclosures/of/{id}.csv",
            "/disclosures/of/{id}.json",
            "/accounts",
            "/accounts/opening",
            "/accounts/mine",
            "/accounts/mine/factor",
            "/accounts/mine/factor/removal",
            "/accounts/mine/passkeys",
            "/accounts/mine/passkeys/challenge",
            "/accounts/mine/passkeys/{id}/removal",
            "/accounts/mine/recovery-codes",
            "/sign-in/challenge",
            "/sign-in/code",
            "/sign-in/again",
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

    Barrage(ChildTroth troth) {
        this.troth = troth;
    }

    private JsonNode description() {
        return Caller.stranger(troth.origin()).get("/v3/api-docs").expect(200).json();
    }

    private List<HostileOrders.Order> orders() {
        List<HostileOrders.Order> orders = HostileOrders.of(description());
        assertThat(orders).hasSizeGreaterThan(12);
        return orders;
    }

    /** Every address there is, with braces around what differs. */
    List<String> paths() {
        List<String> all = new ArrayList<>(PAGES);
        description().path("paths").propertyNames().forEach(all::add);
        assertThat(all).hasSizeGreaterThan(PAGES.size() + 30);
        return all;
    }

    /** Sends so many; whatever is not answered as it must be is told at the end. */
    void send(long seed, List<Sender> senders, int count, List<String> paths) {
        HostileRequests requests = new HostileRequests(seed, paths, orders());
        List<Hostile> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(requests.next(senders.get(i % senders.size())));
        }
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        all.forEach(hostile -> callers.execute(() -> say(hostile, statuses, faults)));
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

    private void say(Hostile hostile, Queue<Integer> statuses, Queue<String> faults) {
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
    }

    private static String told(Heard heard) {
        String text = heard.text().replaceAll("(?s)\r\nContent-Security-Policy.*?\r\n\r\n", " ... ");
        return text.substring(0, Math.min(700, text.length()));
    }

    private static @Nullable String fault(Hostile hostile, Heard heard) {
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
}
