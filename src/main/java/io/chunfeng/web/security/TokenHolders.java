package io.chunfeng.web.security;

import io.chunfeng.account.ApiTokens;
import io.chunfeng.account.ApiTokens.Holder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

/** Whoever holds a token acts as its account; to everything behind the door it is the same as a session. */
final class TokenHolders implements OpaqueTokenIntrospector, OpaqueTokenAuthenticationConverter {
    /** Names and identity numbers in clear. */
    static final String READS_MANIFESTS = "SCOPE_manifests";

    private final ApiTokens tokens;

    TokenHolders(ApiTokens tokens) {
        this.tokens = tokens;
    }

    private record Introspected(Holder holder) implements OAuth2AuthenticatedPrincipal {
        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public Collection<? extends GrantedAuthority> getAuthorities() {
            return List.of();
        }

        @Override
        public String getName() {
            return holder.account().login();
        }
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String token) {
        return tokens.holder(token)
                .map(Introspected::new)
                .orElseThrow(
                        () -> new BadOpaqueTokenException("unknown, expired or revoked, or its account is closed"));
    }

    @Override
    public Authentication convert(String token, OAuth2AuthenticatedPrincipal principal) {
        Holder holder = ((Introspected) principal).holder();
        List<GrantedAuthority> authorities = new ArrayList<>();
        authorities.add(new SimpleGrantedAuthority("ROLE_" + holder.account().role()));
        if (holder.token().readsManifests()) {
            authorities.add(new SimpleGrantedAuthority(READS_MANIFESTS));
        }
        return UsernamePasswordAuthenticationToken.authenticated(SignedIn.of(holder.account()), null, authorities);
    }
}
