package io.chunfeng.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Problem details of RFC 9457, media type {@code application/problem+json}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "Problem details (RFC 9457)")
record Problem(
        @Schema(description = "What kind of problem; never changes", example = "urn:chunfeng:problem:invalid")
        String type,

        @Schema(example = "Invalid input") String title,
        @Schema(example = "422") int status,

        @Schema(example = "1 value must be corrected; nothing was stored.")
        String detail,

        @Schema(description = "What is wrong with the input, one entry a value")
        List<Fault> errors) {

    /**
     * @param pointer to the value in the body, RFC 6901
     * @param value as it was sent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProblemError")
    record Fault(
            @Schema(description = "JSON pointer (RFC 6901) to the value in the body", example = "/approvedSeats")
            String pointer,

            @Schema(example = "500") String value,

            @Schema(example = "A whole number from 7 to 100.")
            String expected,

            @Schema(example = "Check the figure; the unit stands in the head.")
            String suggestion) {}

    static final String TYPES = "urn:chunfeng:problem:";

    static Problem of(int status, String type, String title, String detail) {
        return new Problem(TYPES + type, title, status, detail, List.of());
    }
}
