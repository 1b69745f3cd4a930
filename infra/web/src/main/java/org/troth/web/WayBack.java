package org.troth.web;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a form of the frame leads back to: an address of this house, or its start page, and never anything else. */
final class WayBack {

    private static final int LONGEST = 600;
    private static final String PART = "[A-Za-z0-9_~-][A-Za-z0-9._~-]*+";
    private static final Pattern OURS =
            Pattern.compile("/(?:" + PART + "(?:/" + PART + ")*+)?(?:\\?[A-Za-z0-9._~=&%+:,-]*+)?");

    /** Going there by itself would do something. */
    private static final Set<String> NOT_THERE = Set.of("/leave", "/sign-out", "/tongue");

    private WayBack() {}

    static String of(@Nullable String address) {
        return address != null
                        && address.length() <= LONGEST
                        && OURS.matcher(address).matches()
                        && !NOT_THERE.contains(address.replaceFirst("\\?.*", ""))
                ? address
                : "/";
    }
}
