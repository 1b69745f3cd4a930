package org.troth.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The whole product over HTTP: what recording a disclosure adds to a case page, and what two hundred thousand facts do to
 * a command and a page. Two programmes of different size stand side by side in one process and are asked by turns, a few
 * requests at a time, so that warmth and the machine's moods favour neither. Prints one table; run it alone on the machine.
 */
public final class PagesAndGrowth {

    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final int REQUESTS = Integer.getInteger("requests", 400);
    private static final long FEW = Long.getLong("few", 10_000);
    private static final long MANY = Long.getLong("many", 200_000);

    /** So few requests of one kind come together that whatever else the machine does meets all kinds alike. */
    private static final int TOGETHER = 20;

    private final Programme few;
    private final Programme many;

    private PagesAndGrowth(Programme few, Programme many) {
        this.few = few;
        this.many = many;
    }

    public static void main(String[] arguments) throws IOException {
        try (Programme few = new Programme();
                Programme many = new Programme()) {
            few.growTo(FEW);
            many.growTo(MANY);
            new PagesAndGrowth(few, many).measure();
        }
    }

    private void measure() throws IOException {
        say("warming up");
        for (Programme each : List.of(few, many)) {
            each.pages(new Timings(), 2 * REQUESTS);
            each.commands(new Timings(), REQUESTS);
        }
        double[][] medians = new double[2][ROUNDS];
        double[][] commands = new double[2][ROUNDS];
        double[][] pages = new double[2][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            say("round " + (round + 1) + " of " + ROUNDS);
            Timings unrecorded = new Timings();
            Timings recorded = new Timings();
            Timings recordedOfMany = new Timings();
            Timings commandsOfFew = new Timings();
            Timings commandsOfMany = new Timings();
            for (int done = 0; done < REQUESTS; done += TOGETHER) {
                SwitchableGate.records = false;
                few.pages(unrecorded, TOGETHER);
                SwitchableGate.records = true;
                few.pages(recorded, TOGETHER);
                many.pages(recordedOfMany, TOGETHER);
                few.commands(commandsOfFew, TOGETHER);
                many.commands(commandsOfMany, TOGETHER);
            }
            medians[0][round] = recorded.percentile(0.5);
            medians[1][round] = unrecorded.percentile(0.5);
            commands[0][round] = commandsOfMany.percentile(0.99);
            commands[1][round] = commandsOfFew.percentile(0.99);
            pages[0][round] = recordedOfMany.percentile(0.99);
            pages[1][round] = recorded.percentile(0.99);
        }
        System.out.printf(
                Locale.ROOT,
                "%n%-44s %12s %12s %8s %8s%n",
                "median of rounds, ms",
                "this",
                "against",
                "ratio",
                "wanted");
        row("case page, disclosure recorded / not", median(medians[0]), median(medians[1]), 1.3);
        row("p99 of a command, " + MANY + " / " + FEW + " facts", median(commands[0]), median(commands[1]), 1.2);
        row("p99 of a case page, " + MANY + " / " + FEW + " facts", median(pages[0]), median(pages[1]), 1.2);
    }

    private static void row(String what, double a, double b, double most) {
        System.out.printf(
                Locale.ROOT,
                "%-44s %12.2f %12.2f %8.2f %8.2f %s%n",
                what,
                a,
                b,
                a / b,
                most,
                a / b <= most ? "met" : "MISSED");
    }

    private static double median(double[] rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void say(String what) {
        System.err.println(what);
    }
}
