package org.troth.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The coordinator's day over HTTP at two thousand and at twenty thousand open cases: worklist, case page and the search for
 * people, of two programmes that stand side by side in one process and are asked by turns. Prints one table of the 95th
 * percentiles; run it alone on the machine.
 */
public final class WorklistAndSearch {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int REQUESTS = Integer.getInteger("requests", 100);
    private static final int FEW = Integer.getInteger("few", 2_000);
    private static final int MANY = Integer.getInteger("many", 20_000);
    private static final int TOGETHER = 10;
    /** The smaller programme is promised without it, the larger with it. */
    private static final boolean INDEX = Boolean.getBoolean("index");

    /** What is asked, and how long it may take at the smaller and at the larger programme, in milliseconds. */
    private enum Asked {
        WORKLIST("worklist", 150, Double.NaN),
        ONE_KIND("one kind of the worklist", 150, Double.NaN),
        CASE_PAGE("case page", 150, Double.NaN),
        SEARCH("search for people", 200, 250);

        private final String words;
        private final double mostOfFew;
        private final double mostOfMany;

        Asked(String words, double mostOfFew, double mostOfMany) {
            this.words = words;
            this.mostOfFew = mostOfFew;
            this.mostOfMany = mostOfMany;
        }
    }

    private final List<Programme> programmes;

    private WorklistAndSearch(List<Programme> programmes) {
        this.programmes = programmes;
    }

    public static void main(String[] arguments) throws IOException {
        try (Programme few = new Programme(INDEX);
                Programme many = new Programme(INDEX)) {
            few.open(FEW);
            many.open(MANY);
            new WorklistAndSearch(List.of(few, many)).measure();
        }
    }

    private void measure() throws IOException {
        System.err.println("warming up");
        for (Programme each : programmes) {
            for (Asked asked : Asked.values()) {
                ask(each, asked, new Timings(), REQUESTS);
            }
        }
        double[][][] rounds = new double[Asked.values().length][programmes.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            System.err.println("round " + (round + 1) + " of " + ROUNDS);
            for (Asked asked : Asked.values()) {
                List<Timings> timings = List.of(new Timings(), new Timings());
                for (int done = 0; done < REQUESTS; done += TOGETHER) {
                    for (int which = 0; which < programmes.size(); which++) {
                        ask(programmes.get(which), asked, timings.get(which), TOGETHER);
                    }
                }
                for (int which = 0; which < programmes.size(); which++) {
                    rounds[asked.ordinal()][which][round] = timings.get(which).percentile(0.95);
                }
            }
        }
        print(rounds);
    }

    private static void ask(Programme programme, Asked asked, Timings timings, int requests) throws IOException {
        switch (asked) {
            case WORKLIST -> programme.worklists(timings, requests, "/");
            case ONE_KIND -> programme.worklists(timings, requests, "/worklist/intake");
            case CASE_PAGE -> programme.pages(timings, requests);
            case SEARCH -> programme.searches(timings, requests);
        }
    }

    private static void print(double[][][] rounds) {
        System.out.printf(
                Locale.ROOT,
                "%n%-28s %12s %8s %12s %8s %8s%n",
                INDEX ? "p95, blind index on, ms" : "p95, no blind index, ms",
                FEW + " cases",
                "wanted",
                MANY + " cases",
                "wanted",
                "ratio");
        for (Asked asked : Asked.values()) {
            double few = median(rounds[asked.ordinal()][0]);
            double many = median(rounds[asked.ordinal()][1]);
            boolean byRatio = Double.isNaN(asked.mostOfMany);
            boolean promised = asked != Asked.SEARCH || INDEX;
            boolean met =
                    few <= asked.mostOfFew && (byRatio ? many <= 1.2 * few : many <= asked.mostOfMany || !promised);
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %12.1f %8.0f %12.1f %8s %8.2f %s%n",
                    asked.words,
                    few,
                    asked.mostOfFew,
                    many,
                    byRatio ? "1.2x" : promised ? String.format(Locale.ROOT, "%.0f", asked.mostOfMany) : "none",
                    many / few,
                    met ? "met" : "MISSED");
        }
    }

    private static double median(double[] rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
