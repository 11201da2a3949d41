package io.chunfeng.web.security;

import io.chunfeng.account.AccountRepository;
import io.chunfeng.account.Passwords;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The filters before every page. Who may enter where is in {@link Access}; signing in and out are pages of ours. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

    @Bean
    static SecurityFilterChain doors(
            HttpSecurity http,
            SecurityContextRepository sessions,
            CsrfTokenRepository tokens,
            @Value("${chunfeng.tile-url:}") String tileUrl) {
        Refusals refusals = new Refusals();
        return http.securityContext(context -> context.securityContextRepository(sessions))
                // an escort has no session: the signature in the address is the secret that another site lacks
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers("/door/*"))
                .addFilterBefore(new SameOriginPosts(), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(new Doors()))
                .exceptionHandling(turnedAway ->
                        turnedAway.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(ContentPolicy.of(tileUrl)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    static SecurityContextRepository sessions(AccountRepository accounts) {
        return new SessionAccounts(accounts);
    }

    @Bean
    static CsrfTokenRepository csrfTokens() {
        return new HttpSessionCsrfTokenRepository();
    }

    @Bean
    static Passwords passwords() {
        return new SlowPasswords(PasswordEncoderFactories.createDelegatingPasswordEncoder());
    }

    @Bean
    static WebMvcConfigurer viewers() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ViewerArgument());
            }
        };
    }
}
