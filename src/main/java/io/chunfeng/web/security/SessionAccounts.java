package io.chunfeng.web.security;

import io.chunfeng.account.Account;
import io.chunfeng.account.AccountRepository;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * A session knows a login name and nothing else of the account. Role, counties and whether it is enabled are read with
 * each request, so that what the administrator changes holds at once; a new password ends the sessions of the old one.
 */
final class SessionAccounts implements SecurityContextRepository {
    private static final String ATTRIBUTE = SessionAccounts.class.getName();

    private final AccountRepository accounts;

    SessionAccounts(AccountRepository accounts) {
        this.accounts = accounts;
    }

    private record Key(String login, int passwordVersion) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Once(() -> signedIn(request).map(SignedIn::authentication).map(authentication -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(authentication);
            return context;
        }));
    }

    private Optional<SignedIn> signedIn(HttpServletRequest request) {
        return key(request)
                .flatMap(key -> accounts.find(key.login)
                        .filter(Account::enabled)
                        .filter(account -> account.passwordVersion() == key.passwordVersion)
                        .map(SignedIn::of));
    }

    private static Optional<Key> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(Key.class::cast);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        SignedIn.of(context.getAuthentication())
                .ifPresentOrElse(
                        signedIn -> request.getSession()
                                .setAttribute(ATTRIBUTE, new Key(signedIn.getName(), signedIn.passwordVersion())),
                        () -> forget(request.getSession(false)));
    }

    private static void forget(HttpSession session) {
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return key(request).isPresent();
    }

    @Override
    @Deprecated
    @SuppressWarnings("deprecation") // the interface still asks for it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Looked up when first asked for: requests for what is open to everybody cost no query. */
    private static final class Once implements DeferredSecurityContext {
        private final Supplier<Optional<SecurityContext>> lookup;
        private SecurityContext context;
        private boolean generated;

        Once(Supplier<Optional<SecurityContext>> lookup) {
            this.lookup = lookup;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                Optional<SecurityContext> found = lookup.get();
                generated = found.isEmpty();
                context = found.orElseGet(SecurityContextHolder::createEmptyContext);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }
    }
}
