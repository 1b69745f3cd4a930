package org.troth.app.ground;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The names of the settings, on one page; {@code infra/docs/operating.md} explains them to operators. */
final class Settings {

    static final String MODE = "troth.mode";
    static final String ZONE = "troth.zone";
    static final String HOME = "troth.home";
    static final String ORIGIN = "troth.origin";
    static final String DATABASE_URL = "troth.database.url";
    static final String OWNER = "troth.database.owner";
    static final String APPLICATION = "troth.database.application";
    static final String KEYSTORE = "troth.keys.keystore";
    static final String EPOCHS = "troth.keys.epochs";
    static final String PASSPHRASE = "troth.keys.passphrase";
    static final String PASSPHRASE_FILE = "troth.keys.passphrase-file";
    static final String PASSPHRASE_VARIABLE = "TROTH_KEYS_PASSPHRASE";
    static final String SECOND_STEP = "troth.sign-in.second-step";
    static final String PROXY = "troth.proxy.trusted";
    static final String BLIND_INDEX = "troth.search.blind-index";

    /** Where unpacked PostgreSQL programs are shared between trials; for tests. */
    static final String TRIAL_BINARIES = "troth.trial.binaries";

    private static final String DEMANDED = "demanded";
    private static final String OFFERED = "offered";

    static final List<String> PRODUCTION_ONLY = List.of(
            ORIGIN,
            DATABASE_URL,
            OWNER + ".user",
            APPLICATION + ".user",
            KEYSTORE,
            EPOCHS,
            PASSPHRASE_FILE,
            PROXY,
            MailSettings.HOST);

    private Settings() {}

    static Mode mode(Environment environment) {
        String mode = environment.getProperty(MODE, "trial");
        return switch (mode.strip().toLowerCase(Locale.ROOT)) {
            case "trial" -> Mode.TRIAL;
            case "production" -> Mode.PRODUCTION;
            default -> throw StartRefused.because(MODE + " is either trial or production.");
        };
    }

    /**
     * Whether those who work in the programme must sign in with a second step. Only a trial may offer it instead; adds a
     * reason, and answers that they must, for any other wish.
     */
    static boolean demandsSecondStep(Environment environment, Mode mode, List<String> reasons) {
        String usual = mode == Mode.TRIAL ? OFFERED : DEMANDED;
        String wish = environment.getProperty(SECOND_STEP, usual).strip().toLowerCase(Locale.ROOT);
        if (wish.equals(OFFERED) && mode == Mode.TRIAL) {
            return false;
        }
        if (wish.equals(OFFERED)) {
            reasons.add(SECOND_STEP
                    + " is offered: only a trial lets those who work in the programme sign in with a password alone.");
        } else if (!wish.equals(DEMANDED)) {
            reasons.add(SECOND_STEP + " is either " + DEMANDED + " or " + OFFERED + ".");
        }
        return true;
    }

    /** Whether names are marked for the search; adds a reason, and answers no, when it is neither on nor off. */
    static boolean blindIndex(Environment environment, List<String> reasons) {
        String set = environment.getProperty(BLIND_INDEX, "off").strip().toLowerCase(Locale.ROOT);
        if (!set.equals("on") && !set.equals("off")) {
            reasons.add(BLIND_INDEX + " is either off or on.");
        }
        return set.equals("on");
    }

    /** The programme's zone; adds a reason, and answers UTC, when it is missing or unknown. */
    static ZoneId zone(Environment environment, @Nullable String fallback, List<String> reasons) {
        String zone = environment.getProperty(ZONE, fallback == null ? "" : fallback);
        if (zone.isBlank()) {
            reasons.add(ZONE + " is missing: the programme's time zone, such as Europe/London.");
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(zone.strip());
        } catch (DateTimeException e) {
            reasons.add(ZONE + " names no time zone that this machine knows.");
            return ZoneOffset.UTC;
        }
    }
}
