package io.chunfeng.web;

import io.chunfeng.account.Account;
import io.chunfeng.account.AccountRepository;
import io.chunfeng.account.Accounts;
import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 账户, for the administrator. */
@Controller
class AccountsPage {
    private final Accounts accounts;
    private final AccountRepository repository;
    private final Clock clock;

    AccountsPage(Accounts accounts, AccountRepository repository, Clock clock) {
        this.accounts = accounts;
        this.repository = repository;
        this.clock = clock;
    }

    @GetMapping("/accounts")
    String list(Model model) {
        return list(AccountForm.empty(), new FieldErrors(), model);
    }

    @PostMapping("/accounts")
    String create(
            Viewer viewer,
            @ModelAttribute("typed") AccountForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        FieldErrors errors = new FieldErrors();
        Account account = form.read(errors);
        Optional<String> password =
                account == null ? Optional.empty() : accounts.create(account, viewer.login(), request.getRemoteAddr());
        if (password.isEmpty()) {
            if (account != null) {
                errors.add("login", "accounts.error.taken");
            }
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return list(form, errors, model);
        }
        return once(account, password.get(), model);
    }

    @GetMapping("/accounts/{login}")
    String account(@PathVariable String login, @RequestParam(required = false) String kept, Model model) {
        Account account = find(login);
        model.addAttribute("kept", kept != null);
        return account(account, AccountForm.of(account), new FieldErrors(), model);
    }

    @PostMapping("/accounts/{login}")
    String change(
            Viewer viewer,
            @PathVariable String login,
            @ModelAttribute("typed") AccountForm form,
            @RequestParam(defaultValue = "false") boolean enabled,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Account before = find(login);
        AccountForm typed = new AccountForm(login, form.name(), form.role(), form.counties(), form.employer());
        FieldErrors errors = new FieldErrors();
        Account read = typed.read(errors);
        // somebody remains who can undo it
        if (viewer.login().equals(login)
                && !(enabled && Role.ADMINISTRATOR.name().equals(form.role()))) {
            errors.add("role", "accounts.error.oneself");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return account(before, typed, errors, model);
        }
        accounts.change(read.enabled(enabled), viewer.login(), request.getRemoteAddr());
        return "redirect:/accounts/" + login + "?kept";
    }

    @PostMapping(path = "/accounts/{login}", params = "reset")
    String resetPassword(Viewer viewer, @PathVariable String login, HttpServletRequest request, Model model) {
        Account account = find(login);
        return once(account, accounts.resetPassword(login, viewer.login(), request.getRemoteAddr()), model);
    }

    @PostMapping(path = "/accounts/{login}", params = "unlock")
    String unlock(Viewer viewer, @PathVariable String login, HttpServletRequest request) {
        find(login);
        accounts.unlock(login, viewer.login(), request.getRemoteAddr());
        return "redirect:/accounts/" + login + "?kept";
    }

    private Account find(String login) {
        return Optional.of(login)
                .filter(Account::isLogin)
                .flatMap(repository::find)
                .orElseThrow(NotFoundException::new);
    }

    private String list(AccountForm form, FieldErrors errors, Model model) {
        model.addAttribute("accounts", repository.all());
        model.addAttribute("now", clock.instant());
        return form(form, errors, model, "accounts");
    }

    private String account(Account account, AccountForm form, FieldErrors errors, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("now", clock.instant());
        return form(form, errors, model, "account-edit");
    }

    private static String form(AccountForm form, FieldErrors errors, Model model, String page) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("roles", Role.values());
        return page;
    }

    /** The answer itself, without another address to open again: the password is seen once. */
    private static String once(Account account, String password, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("password", password);
        return "account-password";
    }
}
