package io.chunfeng.web.security;

import io.chunfeng.account.Account;
import io.chunfeng.account.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The principal of every request that somebody is answerable for, by session or by token.
 *
 * @param passwordVersion of the account when this sign-in began
 * @param mustChangePassword before anything else is allowed
 */
public record SignedIn(Viewer viewer, int passwordVersion, boolean mustChangePassword)
        implements AuthenticatedPrincipal {

    static SignedIn of(Account account) {
        return new SignedIn(account.viewer(), account.passwordVersion(), account.mustChangePassword());
    }

    @Override
    public String getName() {
        return viewer.login();
    }

    public Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(
                this, null, List.of(new SimpleGrantedAuthority("ROLE_" + viewer.role())));
    }

    /** Empty for nobody. */
    public static Optional<SignedIn> of(Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    /** Of the request that this thread answers. */
    public static Optional<SignedIn> now() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }
}
