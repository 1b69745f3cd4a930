package org.troth.query.sample;

import java.lang.reflect.Constructor;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.WaitForViews;
import org.troth.web.Catalogue;
import org.troth.web.Places;
import org.troth.web.WebSettings;

/** Asks for pages and answers as somebody; the frame around the pages is the real one. */
public final class Pages {

    static final Catalogue CATALOGUE = Catalogue.read();

    private final MockMvc mvc;
    private Actor actor = Story.COORDINATOR;
    private @Nullable PurposeOfUse purpose;
    private Locale language = Locale.ENGLISH;

    public Pages(House house) {
        mvc = MockMvcBuilders.standaloneSetup(house.context
                        .getBeansWithAnnotation(Controller.class)
                        .values()
                        .toArray())
                .setControllerAdvice(house.context
                        .getBeansWithAnnotation(ControllerAdvice.class)
                        .values()
                        .toArray())
                .setCustomArgumentResolvers(new Caller())
                .addInterceptors((HandlerInterceptor) house.bean(WaitForViews.class))
                .setViewResolvers(resolver())
                .build();
    }

    private static ThymeleafViewResolver resolver() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(CATALOGUE);
        engine.addDialect(frame());
        ThymeleafViewResolver resolver = new ThymeleafViewResolver();
        resolver.setTemplateEngine(engine);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }

    private static IDialect frame() {
        try {
            Constructor<?> constructor = Class.forName("org.troth.web.ShellDialect")
                    .getDeclaredConstructor(WebSettings.class, Places.class, Catalogue.class);
            return (IDialect) BeanUtils.instantiateClass(
                    constructor,
                    WebSettings.of("Troth", true, URI.create("https://weather.test")),
                    (Places) user -> List.of(),
                    CATALOGUE);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** From now on for this purpose, whoever asks. */
    public Pages toward(PurposeOfUse stated) {
        purpose = stated;
        return this;
    }

    /** From now on in this language, as far as the pages that are asked for are whole in it. */
    public Pages in(Locale spoken) {
        language = spoken;
        return this;
    }

    public Pages as(Actor someone) {
        actor = someone;
        return this;
    }

    public MockHttpServletResponse get(String address, Object... values) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(address, values).locale(language))
                .andReturn()
                .getResponse();
    }

    public MockHttpServletResponse post(String address, String... fields) throws Exception {
        var request = MockMvcRequestBuilders.post(address).locale(language);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    public MockHttpServletResponse json(String address, String body) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post(address)
                        .contentType("application/json")
                        .content(body))
                .andReturn()
                .getResponse();
    }

    /** The visible words of a page that is there. */
    public String words(String address, Object... values) throws Exception {
        MockHttpServletResponse response = get(address, values);
        if (response.getStatus() != 200) {
            throw new AssertionError(address + " answered " + response.getStatus());
        }
        return visible(response.getContentAsString());
    }

    public static String visible(String html) {
        return html.replaceAll("(?s)<head>.*?</head>", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ");
    }

    private final class Caller implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            Class<?> type = parameter.getParameterType();
            boolean purpose = type == PurposeOfUse.class
                    && "purpose".equals(parameter.getParameter().getName());
            return type == Actor.class || type == RequestId.class || purpose;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            if (parameter.getParameterType() == Actor.class) {
                return actor;
            }
            if (parameter.getParameterType() == RequestId.class) {
                return new RequestId(UUID.randomUUID());
            }
            if (purpose != null) {
                return purpose;
            }
            if (actor.is(Role.AUDITOR)) {
                return PurposeOfUse.HCOMPL;
            }
            if (actor.is(Role.ADMINISTRATOR)) {
                return PurposeOfUse.HSYSADMIN;
            }
            if (actor.is(Role.PARTICIPANT)) {
                return PurposeOfUse.PATRQT;
            }
            return actor.is(Role.VOLUNTEER) ? PurposeOfUse.SUPNWK : PurposeOfUse.COC;
        }
    }
}
