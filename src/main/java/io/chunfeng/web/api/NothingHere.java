package io.chunfeng.web.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Addresses and methods that no other controller knows: a program gets a problem, not a page. */
@RestController
@Hidden
class NothingHere {

    @RequestMapping("/api/v1/**")
    ResponseEntity<Problem> any(HttpServletRequest request) {
        return ProblemAdvice.answer(Problem.of(
                404,
                "not-found",
                "Not found",
                "There is nothing at this address for " + request.getMethod() + "; see /swagger-ui.html."));
    }
}
