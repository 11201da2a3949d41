package io.chunfeng.web.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the documentation; the rest stands at the methods and records. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String TOKEN = "token";

    @Bean
    static OpenAPI documentation() {
        ResolvedSchema problem =
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(Problem.class));
        Components components = new Components()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A token made on the account page (我的账户 › API 令牌); it acts with the role"
                                        + " and the scope of its account"));
        problem.referencedSchemas.forEach(components::addSchemas);
        return new OpenAPI()
                .info(new Info()
                        .title("Chunfeng 春风专运")
                        .version("v1")
                        .license(new License().name("Apache-2.0"))
                        .description("""
                                Units: metres, seconds, persons; money in yuan with at most two decimals; times are ISO-8601 with offset \
                                and written with +08:00. 核载 (approvedSeats) includes the drivers. Unknown fields are refused. \
                                Errors are problem details (RFC 9457), in Chinese, or in English with 'Accept-Language: en'. \
                                Lists take offset and limit (at most 1000). Changes take If-Match with the ETag of the version they were \
                                made from: 428 without it, 412 when somebody else was faster.\
                                """))
                .servers(List.of(new Server().url("/")))
                .components(components)
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** Every operation can answer with a problem. */
    @Bean
    static OpenApiCustomizer problems() {
        ApiResponse problem = new ApiResponse()
                .description("A problem (RFC 9457)")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
        return api -> api.getPaths().values().forEach(path -> {
            path.readOperations().forEach(operation -> operation.getResponses().addApiResponse("default", problem));
            if (path.getPut() != null) {
                path.getPut().getResponses().addApiResponse("201", made(path.getPut()));
            }
            if (path.getDelete() != null) {
                path.getDelete().getResponses().remove("200");
                path.getDelete().getResponses().addApiResponse("204", new ApiResponse().description("Gone"));
            }
        });
    }

    /** As when it is changed. */
    private static ApiResponse made(Operation put) {
        return new ApiResponse()
                .description("Made")
                .content(put.getResponses().get("200").getContent());
    }
}
