package io.chunfeng.web.security;

import io.chunfeng.account.ApiTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * The filters before the REST API: a token with each request, and nothing else. No session is looked at or made, so no
 * browser can be made to act for somebody, and no form token is needed.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurityConfiguration {

    @Bean
    @Order(1)
    static SecurityFilterChain apiDoors(HttpSecurity http, ApiTokens tokens) {
        TokenHolders holders = new TokenHolders(tokens);
        ApiRefusals refusals = new ApiRefusals();
        return http.securityMatcher("/api/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new WithoutSession(), SecurityContextHolderFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(server -> server.opaqueToken(
                                opaque -> opaque.introspector(holders).authenticationConverter(holders))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(new Doors()))
                .exceptionHandling(turnedAway ->
                        turnedAway.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
