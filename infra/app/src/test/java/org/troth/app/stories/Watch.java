package org.troth.app.stories;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Listens to a browser while a story is told: a script error, something the Content-Security-Policy refused, a request that left
 * the house, or a failure of the server ends the story.
 */
final class Watch {

    private static final String TELL_VIOLATIONS = """
            document.addEventListener('securitypolicyviolation', event => console.error(
              'refused by the Content-Security-Policy: ' + event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sourceFile));
            """;

    private final String authority;
    private final List<String> heard = new ArrayList<>();

    Watch(BrowserContext context, URI origin) {
        this.authority = origin.getAuthority();
        context.addInitScript(TELL_VIOLATIONS);
        context.onConsoleMessage(message -> {
            boolean loud = message.type().equals("error") || message.type().equals("warning");
            if (loud && !isStatusOfPage(message.text())) {
                heard.add("the console said: " + message.text());
            }
        });
        context.onWebError(error -> heard.add("a script failed: " + error.error()));
        context.onRequest(request -> {
            URI asked = URI.create(request.url().replaceAll("[|{}\\[\\]^`\\\\ ]", "_"));
            boolean inside = authority.equals(asked.getAuthority())
                    || List.of("data", "blob", "about").contains(asked.getScheme());
            if (!inside) {
                heard.add("a request left the house: " + asked);
            }
        });
        context.onResponse(response -> {
            if (response.status() >= 500) {
                heard.add("the server failed with " + response.status() + " at " + pattern(response.url()));
            }
        });
    }

    /** A page that answers 404 is told of by Chromium as well; its status is what the story looks at. */
    private static boolean isStatusOfPage(String text) {
        return text.startsWith("Failed to load resource: the server responded with a status of 4");
    }

    /** A failure that was asked for is none. */
    void forgive(int status) {
        heard.removeIf(line -> status >= 500
                && (line.startsWith("the server failed with " + status)
                        || line.contains("the server responded with a status of " + status)));
    }

    /** What was heard since this was asked last. */
    List<String> heard() {
        List<String> all = List.copyOf(heard);
        heard.clear();
        return all;
    }

    /** An address without what is one person's. */
    static String pattern(String url) {
        return withoutIds(String.valueOf(URI.create(url).getPath()));
    }

    static String withoutIds(String text) {
        return text.replaceAll("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}", "{id}");
    }

    static String pattern(Page page) {
        return pattern(page.url());
    }
}
