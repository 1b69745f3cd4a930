package org.troth.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code #charts} in templates: where the shapes of a chart stand, on a canvas of 100 by 100. */
final class Charts {

    private final Catalogue catalogue;
    private final Locale locale;

    Charts(Catalogue catalogue, Locale locale) {
        this.catalogue = catalogue;
        this.locale = locale;
    }

    /** One bar: its words, its number, and its share of the widest in hundredths. */
    record Bar(String label, String value, String share) {}

    /** A line: SVG path data and the words at its edges. */
    record Line(String path, String area, String lastDot, String top, String first, String last, String summary) {}

    public List<Bar> bars(List<?> labels, List<?> values) {
        List<Double> numbers = numbers(labels, values);
        double widest = numbers.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            double share = widest == 0 ? 0 : numbers.get(i) * 100 / widest;
            bars.add(new Bar(text(labels.get(i)), text(values.get(i)), point(share)));
        }
        return List.copyOf(bars);
    }

    /** Two numbers of one group as two bars that stand in one line, in hundredths of the longest line. */
    record Pair(String label, String first, String second, String firstShare, String secondShare) {}

    public List<Pair> pairs(List<?> labels, List<?> firsts, List<?> seconds) {
        List<Double> left = numbers(labels, firsts);
        List<Double> right = numbers(labels, seconds);
        double widest = 0;
        for (int i = 0; i < left.size(); i++) {
            widest = Math.max(widest, left.get(i) + right.get(i));
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            pairs.add(new Pair(
                    text(labels.get(i)),
                    text(firsts.get(i)),
                    text(seconds.get(i)),
                    point(widest == 0 ? 0 : left.get(i) * 100 / widest),
                    point(widest == 0 ? 0 : right.get(i) * 100 / widest)));
        }
        return List.copyOf(pairs);
    }

    public Line line(List<?> labels, List<?> values) {
        return line(labels, values, null);
    }

    /** The same under a top of its own, where the numbers are on a scale; absent: under the greatest of them. */
    public Line line(List<?> labels, List<?> values, @Nullable Number upTo) {
        List<Double> numbers = numbers(labels, values);
        if (numbers.isEmpty()) {
            return new Line("", "", "", "0", "", "", said("web.chart.nothing"));
        }
        double most = numbers.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double top = Math.max(upTo == null ? 1 : upTo.doubleValue(), most);
        StringBuilder path = new StringBuilder();
        String last = "";
        for (int i = 0; i < numbers.size(); i++) {
            double x = numbers.size() == 1 ? 50 : i * 100.0 / (numbers.size() - 1);
            last = point(x) + " " + point(100 - numbers.get(i) * 100 / top);
            path.append(i == 0 ? "M" : "L").append(last);
        }
        String area = numbers.size() == 1 ? "" : path + "L100 100L0 100Z";
        String from = text(labels.get(0));
        String to = text(labels.get(labels.size() - 1));
        String summary = said(
                upTo == null ? "web.chart.summary" : "web.chart.summary-of-scale",
                text(values.get(0)),
                from,
                text(values.get(values.size() - 1)),
                to,
                figure(top));
        return new Line(path.toString(), area, "M" + last + "h0", figure(top), from, to, summary);
    }

    private String said(String key, Object... arguments) {
        return catalogue.getMessage(key, arguments, locale);
    }

    private static List<Double> numbers(List<?> labels, List<?> values) {
        if (labels.size() != values.size()) {
            throw new IllegalArgumentException("a chart needs as many values as labels");
        }
        List<Double> numbers = new ArrayList<>();
        for (Object value : values) {
            if (!(value instanceof Number number) || !(number.doubleValue() >= 0)) {
                throw new IllegalArgumentException("a chart's values are numbers that are not negative");
            }
            numbers.add(number.doubleValue());
        }
        return numbers;
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static String figure(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : point(value);
    }

    private static String point(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
