package io.chunfeng.web.api;

import io.chunfeng.capacity.OfferInUseException;
import io.chunfeng.capacity.StaleOfferException;
import io.chunfeng.demand.ForbiddenMoveException;
import io.chunfeng.demand.RequestRefusedException;
import io.chunfeng.demand.StaleRegistrationException;
import io.chunfeng.dispatch.HandoverRefusedException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Whatever goes wrong in the API becomes a problem. */
@RestControllerAdvice(basePackageClasses = ProblemAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<Problem> known(ProblemException e) {
        return answer(e.problem());
    }

    @ExceptionHandler({StaleOfferException.class, StaleRegistrationException.class})
    ResponseEntity<Problem> stale(RuntimeException e) {
        return answer(ProblemException.stale().problem());
    }

    @ExceptionHandler
    ResponseEntity<Problem> inUse(OfferInUseException e) {
        return answer(ProblemException.conflict(
                        "in-use",
                        (e.by() == OfferInUseException.By.PLAN ? "Plan " : "Planning run ") + e.number()
                                + " uses it. End its availability instead, or plan again without it.")
                .problem());
    }

    @ExceptionHandler
    ResponseEntity<Problem> forbiddenMove(ForbiddenMoveException e) {
        String from = e.from() == null ? "not registered" : e.from().name();
        return answer(ProblemException.conflict(
                        "state", "Group '" + e.groupId() + "' is " + from + "; you may not move it to " + e.to() + ".")
                .problem());
    }

    @ExceptionHandler
    ResponseEntity<Problem> requestRefused(RequestRefusedException e) {
        return answer(ProblemException.conflict(
                        "request", "Request about group '" + e.groupId() + "' refused: " + e.reason() + ".")
                .problem());
    }

    @ExceptionHandler
    ResponseEntity<Problem> handoverRefused(HandoverRefusedException e) {
        return answer(ProblemException.conflict("handover", "Hand-over refused: " + e.reason() + ".")
                .problem());
    }

    /** What Jackson could not read: where, what and what would do. */
    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e) {
        if (!(e.getCause() instanceof JacksonException json)) {
            return answer(ProblemException.badRequest("The body is missing or is no JSON.")
                    .problem());
        }
        if (json instanceof StreamConstraintsException) {
            return answer(
                    Problem.of(413, "too-large", "Too large", "The body is larger or deeper than allowed: 1 MB."));
        }
        if (json instanceof StreamReadException) {
            String at = json.getLocation() == null
                    ? ""
                    : " at line " + json.getLocation().getLineNr() + ", column "
                            + json.getLocation().getColumnNr();
            return answer(ProblemException.badRequest("The body is no JSON" + at + ".")
                    .problem());
        }
        return answer(ProblemException.invalid(List.of(fault(json))).problem());
    }

    private static Problem.Fault fault(JacksonException json) {
        String pointer = json.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? "/" + step.getIndex()
                        : "/" + step.getPropertyName().replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
        if (json instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return new Problem.Fault(pointer, null, "One of the fields " + known + ".", "Remove or rename the field.");
        }
        if (json instanceof InvalidFormatException wrong) {
            return new Problem.Fault(
                    pointer,
                    String.valueOf(wrong.getValue()),
                    JsonTypes.expected(wrong.getTargetType()),
                    "Check the value and its form.");
        }
        Class<?> wanted = json instanceof MismatchedInputException mismatched ? mismatched.getTargetType() : null;
        return new Problem.Fault(pointer, null, JsonTypes.expected(wanted), "Check the type of the value.");
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongParameter(MethodArgumentTypeMismatchException e) {
        return answer(ProblemException.badRequest(
                        "Parameter '" + e.getName() + "': " + JsonTypes.expected(e.getRequiredType()))
                .problem());
    }

    /** Missing parameters, wrong media types and the like: Spring knows the status. */
    @ExceptionHandler
    ResponseEntity<Problem> other(Exception e) throws Exception {
        if (e instanceof ErrorResponse response) {
            return answer(Problem.of(
                    response.getStatusCode().value(),
                    "request",
                    String.valueOf(response.getBody().getTitle()),
                    String.valueOf(response.getBody().getDetail())));
        }
        throw e;
    }
}
