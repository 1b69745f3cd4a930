package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.RequestOptions;
import org.jspecify.annotations.Nullable;

/** What was sent is sent a second time, as a browser's back button would; it does nothing more and is answered as before. */
final class Repetition {

    private Repetition() {}

    static void of(@Nullable Request first, APIRequestContext sender) {
        assertThat(first).as("the button sent something").isNotNull();
        Response answer = first.response();
        byte[] body = first.postDataBuffer();
        String type = first.headerValue("content-type");
        if (body == null || type == null || type.startsWith("multipart/")) {
            return;
        }
        APIResponse again = sender.post(
                first.url(),
                RequestOptions.create()
                        .setData(body)
                        .setHeader("Content-Type", type)
                        .setHeader("Accept", "text/html")
                        .setMaxRedirects(0));
        assertThat(again.status())
                .as("sent twice to %s", Watch.pattern(first.url()))
                .isEqualTo(answer.status());
        assertThat(again.headers().get("location"))
                .as("answer to what is sent twice to %s", Watch.pattern(first.url()))
                .isEqualTo(answer.headerValue("location"));
    }
}
