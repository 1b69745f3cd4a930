package org.troth.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.dialect.IProcessorDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;

/** Gives templates {@code #shell}, {@code #charts} and {@code #glossary}, so that pages use the frame by name and import nothing, and says of each page in which language it is. */
final class ShellDialect implements IExpressionObjectDialect, IExpressionObjectFactory, IProcessorDialect {

    private static final String SHELL = "shell";
    private static final String CHARTS = "charts";
    private static final String GLOSSARY = "glossary";

    private static final Glossary HOUSE_GLOSSARY = Glossary.house();

    private final WebSettings settings;
    private final Places places;
    private final Catalogue catalogue;

    ShellDialect(WebSettings settings, Places places, Catalogue catalogue) {
        this.settings = settings;
        this.places = places;
        this.catalogue = catalogue;
    }

    @Override
    public String getName() {
        return "Troth shell";
    }

    @Override
    public @Nullable String getPrefix() {
        return null;
    }

    @Override
    public int getDialectProcessorPrecedence() {
        return StandardDialect.PROCESSOR_PRECEDENCE;
    }

    @Override
    public Set<IProcessor> getProcessors(@Nullable String prefix) {
        return Set.of(new MainTongue(prefix));
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of(SHELL, CHARTS, GLOSSARY);
    }

    @Override
    public @Nullable Object buildObject(IExpressionContext context, String name) {
        if (name.equals(CHARTS)) {
            return new Charts(catalogue, context.getLocale());
        }
        if (name.equals(GLOSSARY)) {
            return HOUSE_GLOSSARY;
        }
        return name.equals(SHELL) && context instanceof IWebContext web
                ? new Shell(web, settings, places, catalogue)
                : null;
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}
