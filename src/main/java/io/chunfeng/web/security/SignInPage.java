package io.chunfeng.web.security;

import io.chunfeng.account.Account;
import io.chunfeng.account.Accounts;
import io.chunfeng.account.LockRule;
import io.chunfeng.account.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** 登录, 退出. */
@Controller
class SignInPage {
    private final Accounts accounts;
    private final LockRule lock;
    private final SessionStart sessions;
    private final ObjectProvider<OneClick> oneClick;

    SignInPage(Accounts accounts, LockRule lock, SessionStart sessions, ObjectProvider<OneClick> oneClick) {
        this.accounts = accounts;
        this.lock = lock;
        this.sessions = sessions;
        this.oneClick = oneClick;
    }

    /**
     * @param ended asked for by a page whose session is over
     * @param stale a form for signing in that was open for too long
     */
    @GetMapping("/sign-in")
    Object show(
            @RequestParam(required = false) String back,
            @RequestParam(required = false) String ended,
            @RequestParam(required = false) String stale,
            CsrfToken token,
            HttpServletRequest request,
            Model model) {
        if (SignedIn.now().isPresent()) {
            return redirect(landing(SignedIn.now().get(), back));
        }
        token.getToken(); // makes the session now: half way through the page it would be too late
        model.addAttribute("news", ended != null ? "signIn.ended" : stale != null ? "signIn.stale" : null);
        return page(back, "", false, request, model);
    }

    @PostMapping("/sign-in")
    Object signIn(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Account> account = accounts.signIn(login, password, request.getRemoteAddr());
        if (account.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return page(back, login, true, request, model);
        }
        return begin(account.get(), back, request, response);
    }

    /** Not there unless the demo is on and nobody but this machine can ask. */
    @PostMapping("/sign-in/demo")
    Object demo(
            @RequestParam String login,
            @RequestParam(required = false) String back,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Account> account = offered(request).stream()
                .filter(offer -> offer.login().equals(login))
                .findFirst()
                .flatMap(offer -> accounts.signInWithoutPassword(login, request.getRemoteAddr()));
        if (account.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return null;
        }
        return begin(account.get(), back, request, response);
    }

    @PostMapping("/sign-out")
    Object signOut(Viewer viewer, HttpServletRequest request) {
        accounts.signedOut(viewer.login(), request.getRemoteAddr());
        sessions.end(request);
        return redirect("/sign-in");
    }

    private String page(String back, String typed, boolean failed, HttpServletRequest request, Model model) {
        model.addAttribute("back", Back.safe(back).orElse(null));
        model.addAttribute("typed", typed);
        model.addAttribute("failed", failed);
        model.addAttribute("lock", lock);
        model.addAttribute("demo", offered(request));
        return "sign-in";
    }

    private List<Account> offered(HttpServletRequest request) {
        return oneClick.stream()
                .filter(click -> click.offeredTo(request))
                .flatMap(click -> click.accounts().stream())
                .toList();
    }

    private RedirectView begin(Account account, String back, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(account, request, response);
        return redirect(landing(SignedIn.of(account), back));
    }

    /** Where they wanted to go, when that is a page of ours that they may read. */
    private static String landing(SignedIn who, String back) {
        if (who.mustChangePassword()) {
            return "/account";
        }
        return Back.safe(back)
                .filter(page -> Access.mayRead(who.viewer().role(), page))
                .orElse(Access.home(who.viewer().role()));
    }

    static RedirectView redirect(String path) {
        RedirectView view = new RedirectView(path, true);
        view.setExposeModelAttributes(false);
        view.setExpandUriTemplateVariables(false);
        return view;
    }
}
