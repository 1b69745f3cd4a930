package org.troth.app.stories;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;
import org.troth.app.stories.Device.Sight;

/**
 * Pictures for people to look at: of every page that is met, where {@code -Dtroth.pictures=folder} asks for them, and those of the
 * README's tour, where {@code -Dtroth.tour=true} does. A usual build takes none, so that it leaves the tree as it was.
 */
final class Pictures {

    private static final String FOLDER = System.getProperty("troth.pictures", "");
    private static final boolean TOUR = Boolean.getBoolean("troth.tour");
    private static int number;

    private Pictures() {}

    /** One of each sight, numbered in the order in which the pages were met. */
    static void take(Page page) {
        if (FOLDER.isBlank()) {
            return;
        }
        var before = page.viewportSize();
        number++;
        for (Sight sight : Device.sights()) {
            Accessibility.show(page, sight);
            String name = "%03d%s-%s.png"
                    .formatted(number, Watch.pattern(page).replaceAll("[/{}]+", "-"), sight.words())
                    .replace(' ', '-');
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(FOLDER, name)));
        }
        Accessibility.show(page, new Sight(Device.DESKTOP, ColorScheme.LIGHT));
        page.setViewportSize(before.width, before.height);
    }

    /** What fits on the visitor's device, by day and by night. */
    static void forTour(Visitor visitor, String name) {
        if (!TOUR) {
            return;
        }
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            Accessibility.show(visitor.page(), new Sight(visitor.device(), scheme));
            String file = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
            visitor.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setPath(RunningTroth.reactorRoot().resolve("infra/docs/tour/" + file)));
        }
        Accessibility.show(visitor.page(), new Sight(visitor.device(), ColorScheme.LIGHT));
    }
}
