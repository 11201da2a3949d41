package io.chunfeng.web.security;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a token may do beyond its account's role. */
public final class TokenScopes {
    private TokenScopes() {}

    /** Of the request that this thread answers: whether it may see names and identity numbers in clear. */
    public static boolean readsManifests() {
        Authentication holder = SecurityContextHolder.getContext().getAuthentication();
        return holder != null
                && holder.getAuthorities().stream()
                        .anyMatch(authority -> TokenHolders.READS_MANIFESTS.equals(authority.getAuthority()));
    }
}
