package io.chunfeng.web.security;

import io.chunfeng.account.AccountRepository;
import io.chunfeng.account.Accounts;
import io.chunfeng.account.PasswordFault;
import io.chunfeng.account.PasswordRules;
import io.chunfeng.account.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 我的账户: what somebody is here for, and their password. */
@Controller
class OwnAccountPage {
    private final Accounts accounts;
    private final AccountRepository repository;
    private final SessionStart sessions;

    OwnAccountPage(Accounts accounts, AccountRepository repository, SessionStart sessions) {
        this.accounts = accounts;
        this.repository = repository;
        this.sessions = sessions;
    }

    @GetMapping("/account")
    String show(Viewer viewer, @RequestParam(required = false) String changed, Model model) {
        model.addAttribute("changed", changed != null);
        return page(viewer, null, model);
    }

    @PostMapping("/account")
    Object changePassword(
            Viewer viewer,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<PasswordFault> fault = wanted.equals(repeated)
                ? accounts.changePassword(viewer.login(), current, wanted, request.getRemoteAddr())
                : Optional.of(PasswordFault.NOT_REPEATED);
        if (fault.isPresent()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(viewer, fault.get(), model);
        }
        sessions.begin(repository.find(viewer.login()).orElseThrow(), request, response);
        return SignInPage.redirect("/account?changed");
    }

    private String page(Viewer viewer, PasswordFault fault, Model model) {
        model.addAttribute("viewer", viewer);
        model.addAttribute("fault", fault);
        model.addAttribute("least", PasswordRules.LEAST_CHARACTERS);
        model.addAttribute(
                "mustChange",
                SignedIn.now().filter(SignedIn::mustChangePassword).isPresent());
        return "account";
    }
}
