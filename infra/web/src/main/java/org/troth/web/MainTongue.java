package org.troth.web;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/** Says of a page's {@code <main>} in which language it is, wherever that is another one than that of the frame around it. */
final class MainTongue extends AbstractElementTagProcessor {

    private static final int LATE = 10_000;

    MainTongue(@Nullable String dialect) {
        super(TemplateMode.HTML, dialect, "main", false, null, false, LATE);
    }

    @Override
    protected void doProcess(
            ITemplateContext context, IProcessableElementTag tag, IElementTagStructureHandler structure) {
        if (context instanceof IWebContext web) {
            Tongue page = Tongue.of(context.getLocale());
            if (page != Tongues.of(web.getExchange())) {
                structure.setAttribute("lang", page.code());
                structure.setAttribute("dir", page.direction());
            }
        }
    }
}
