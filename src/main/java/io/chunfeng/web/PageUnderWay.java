package io.chunfeng.web;

import io.chunfeng.run.PagesFirst;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the planner that somebody waits for an answer. Events of a run, which stay open, count only while they begin. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageUnderWay extends OncePerRequestFilter {
    private final PagesFirst pages;

    PageUnderWay(PagesFirst pages) {
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        pages.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            pages.end();
        }
    }
}
