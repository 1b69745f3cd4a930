package org.troth.command.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.view.AbstractView;
import org.troth.command.dispatch.Asked;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.disclosure.PurposeOfUse;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The web around a controller, for tests: one caller, JSON as strict as the product's, and views that draw nothing. */
public final class Callers {

    private Callers() {}

    public static MockMvc over(Asked caller, Object... controllers) {
        return MockMvcBuilders.standaloneSetup(controllers)
                .setCustomArgumentResolvers(
                        resolver(Actor.class, caller.actor()),
                        resolver(RequestId.class, new RequestId(UUID.randomUUID())),
                        resolver(PurposeOfUse.class, PurposeOfUse.COC))
                .setMessageConverters(new JacksonJsonHttpMessageConverter(JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build()))
                .setViewResolvers((name, locale) -> name.startsWith("redirect:")
                        ? new org.springframework.web.servlet.view.RedirectView(name.substring(9))
                        : new Blank())
                .build();
    }

    private static HandlerMethodArgumentResolver resolver(Class<?> type, Object value) {
        return new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType().equals(type);
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                return value;
            }
        };
    }

    private static final class Blank extends AbstractView {
        @Override
        protected void renderMergedOutputModel(
                java.util.Map<String, Object> model,
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response) {
            // What is in the model is what is tested.
        }
    }
}
