package org.troth.app.stories;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one browser of this JVM. It speaks to nobody but the pages it is sent to. */
final class RealBrowser implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RealBrowser.class);

    /** Without these Chromium looks for its maker's servers by itself. */
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-domain-reliability",
            "--disable-sync",
            "--no-pings",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost");

    private final Playwright playwright;
    private final Browser browser;

    RealBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            browser = new BrowserSearch(System.getenv(), System.getProperty(BrowserSearch.NAMED)).first(this::launch);
        } catch (RuntimeException | Error e) {
            playwright.close();
            throw e;
        }
    }

    Browser browser() {
        return browser;
    }

    /** Root has no sandbox; others use it wherever the system grants one, and these pages are our own. */
    private Browser launch(Path program) {
        if (BrowserSearch.isRoot()) {
            return launch(program, false);
        }
        try {
            return launch(program, true);
        } catch (PlaywrightException e) {
            if (!String.valueOf(e.getMessage()).contains("sandbox")) {
                throw e;
            }
            LOG.warn("This system grants its users no browser sandbox; the browser tests go on without");
            return launch(program, false);
        }
    }

    private Browser launch(Path program, boolean sandbox) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setChromiumSandbox(sandbox)
                        .setArgs(QUIET)
                        .setEnv(environment())
                        .setTimeout(30_000)
                        .setHeadless(true));
    }

    /** A day is typed in the order of the system's language; here it is the same on every machine. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("LANGUAGE", "en_US");
        environment.put("LC_ALL", "en_US.UTF-8");
        return environment;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
