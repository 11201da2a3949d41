package io.chunfeng.web.api;

import java.util.List;

/** Ends a request with a problem. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    private ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    /** Also for what exists outside of the scope: nobody learns which ids there are. */
    static ProblemException notFound(String what, String id) {
        return new ProblemException(
                Problem.of(404, "not-found", "Not found", "There is no " + what + " '" + id + "' that you may see."));
    }

    static ProblemException invalid(List<Problem.Fault> errors) {
        String detail = errors.size() == 1
                ? "1 value must be corrected; nothing was stored."
                : errors.size() + " values must be corrected; nothing was stored.";
        return new ProblemException(new Problem(Problem.TYPES + "invalid", "Invalid input", 422, detail, errors));
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(Problem.of(400, "bad-request", "Bad request", detail));
    }

    static ProblemException forbidden(String detail) {
        return new ProblemException(Problem.of(403, "token-scope", "Not allowed", detail));
    }

    static ProblemException conflict(String type, String detail) {
        return new ProblemException(Problem.of(409, type, "Conflict", detail));
    }

    /** Somebody else was faster. */
    static ProblemException stale() {
        return new ProblemException(
                Problem.of(
                        412,
                        "changed-meanwhile",
                        "Changed meanwhile",
                        "It is not in the version of If-Match any more, or exists already. Read it again and repeat your change."));
    }

    static ProblemException preconditionRequired() {
        return new ProblemException(Problem.of(
                428,
                "precondition-required",
                "Precondition required",
                "Send 'If-Match' with the ETag of the version you read, or 'If-None-Match: *' to make a new one."));
    }
}
