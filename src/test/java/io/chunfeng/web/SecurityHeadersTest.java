package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Pictures may come from the tile server that the operator names, and from nowhere else. */
class SecurityHeadersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|data:",
                "https://tile.example.org/{z}/{x}/{y}.png|data: https://tile.example.org",
                "https://{s}.tile.example.org:8443/{z}/{x}/{y}.png?k=1|data: https://*.tile.example.org:8443"
            })
    void onlyTheTileServer(String tileUrl, String pictures) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SecurityHeaders(tileUrl).doFilter(new MockHttpServletRequest("GET", "/"), response, new MockFilterChain());
        assertThat(response.getHeader("Content-Security-Policy")).contains("img-src 'self' " + pictures + ";");
    }
}
