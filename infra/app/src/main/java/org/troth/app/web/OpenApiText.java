package org.troth.app.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.disclosure.PurposeOfUse;

/** What the API's description says beyond its shapes: how to sign in, why one must say a purpose, and an example of each. */
@Configuration(proxyBeanMethods = false)
class OpenApiText {

    private static final String BEARER = "bearer";
    private static final String JSON = "application/json";

    /** Where one asks for looks for one purpose; that purpose is no header, so it is named here. */
    private static final List<String> FILTERED_BY_PURPOSE = List.of("/api/v1/audit", "/api/v1/disclosures");

    static {
        // The house's own arguments come from the token and the request, not from a field.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, RequestId.class, PurposeOfUse.class);
    }

    /** The description is asked for rarely: its makers, and all that they bring, wait until it is. */
    @Bean
    static BeanFactoryPostProcessor descriptionWaits() {
        return beans -> {
            for (String name : beans.getBeanDefinitionNames()) {
                BeanDefinition definition = beans.getBeanDefinition(name);
                if (isOf("org.springdoc", definition.getBeanClassName())
                        || isOf("org.springdoc", definition.getFactoryBeanName())
                        || isOf(OpenApiText.class.getName(), definition.getFactoryBeanName())) {
                    definition.setLazyInit(true);
                }
            }
        };
    }

    private static boolean isOf(String prefix, @Nullable String name) {
        return name != null && name.startsWith(prefix);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Troth")
                                .version("v1")
                                .description(
                                        "Everything a page can do. Every read of personal words is put on the record before it"
                                                + " is answered; every act answers with the position of its last fact. See /api for people."))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token of an account, issued by its holder.")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    OperationCustomizer purposes() {
        return (operation, method) -> {
            if (takesPurpose(method)) {
                operation.addParametersItem(new HeaderParameter()
                        .name(CallerArguments.HEADER)
                        .required(false)
                        .description("Why you look, as an HL7 v3 purpose-of-use code; absent: what your role is for.")
                        .schema(codes()));
            }
            return operation;
        };
    }

    /** The purpose of the asking, which no annotation names; a purpose that is asked for is a filter like any other. */
    private static boolean takesPurpose(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == PurposeOfUse.class
                        && !parameter.hasParameterAnnotation(RequestParam.class));
    }

    @Bean
    OpenApiCustomizer filters() {
        return api -> api.getPaths().forEach((path, item) -> {
            if (FILTERED_BY_PURPOSE.contains(path)) {
                item.readOperations()
                        .forEach(operation -> operation.addParametersItem(new QueryParameter()
                                .name("forPurpose")
                                .required(false)
                                .description("Only what was looked at for this purpose.")
                                .schema(codes())));
            }
        });
    }

    @SuppressWarnings("rawtypes")
    private static Schema codes() {
        return new StringSchema()
                ._enum(Arrays.stream(PurposeOfUse.values())
                        .map(PurposeOfUse::name)
                        .toList());
    }

    @Bean
    OpenApiCustomizer examples() {
        OpenApiExamples examples = OpenApiExamples.read();
        return api -> api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> illustrate(operation, method.name() + " " + path, examples)));
    }

    private static void illustrate(Operation operation, String which, OpenApiExamples examples) {
        if (operation.getRequestBody() != null) {
            examples.request(which)
                    .ifPresent(example -> set(operation.getRequestBody().getContent(), example));
        }
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                examples.answer(which).ifPresent(example -> set(content(response), example));
            }
        });
        operation
                .getResponses()
                .addApiResponse(
                        "4XX", problem("A field, a rule or a right says no; nothing was done.", examples.problem()))
                .addApiResponse("503", problem("Not now: nothing was shown and nothing done.", examples.unavailable()));
    }

    private static ApiResponse problem(String description, Object example) {
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", new MediaType().example(example)));
    }

    private static Content content(ApiResponse response) {
        if (response.getContent() == null) {
            response.setContent(new Content().addMediaType(JSON, new MediaType()));
        }
        return response.getContent();
    }

    private static void set(Content content, Object example) {
        for (Map.Entry<String, MediaType> entry : content.entrySet()) {
            entry.getValue().setExample(example);
        }
    }
}
