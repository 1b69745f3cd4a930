package org.troth.app.stories;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a person holds or sits before. */
enum Device {
    PHONE(390, 844),
    DESKTOP(1280, 900);

    final int width;
    final int height;

    Device(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Every device by day and by night. */
    static List<Sight> sights() {
        return Arrays.stream(values())
                .flatMap(device ->
                        Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).map(scheme -> new Sight(device, scheme)))
                .toList();
    }

    /** One device in one colour scheme. */
    record Sight(Device device, ColorScheme scheme) {

        String words() {
            return (device + " " + scheme).toLowerCase(java.util.Locale.ROOT);
        }
    }
}
