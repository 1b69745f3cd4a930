package org.troth.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Gives templates {@code #shell} and {@code #charts}, so that pages use the frame by name and import nothing. */
final class ShellDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private static final String SHELL = "shell";
    private static final String CHARTS = "charts";

    private final WebSettings settings;
    private final Places places;

    ShellDialect(WebSettings settings, Places places) {
        this.settings = settings;
        this.places = places;
    }

    @Override
    public String getName() {
        return "Troth shell";
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of(SHELL, CHARTS);
    }

    @Override
    public @Nullable Object buildObject(IExpressionContext context, String name) {
        if (name.equals(CHARTS)) {
            return new Charts();
        }
        return name.equals(SHELL) && context instanceof IWebContext web ? new Shell(web, settings, places) : null;
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}
