package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one click of the demo is for people at this machine. That it is absent otherwise: ApplicationTest. */
@Timeout(180)
class OneClickTest extends SigningIn {
    /** A page of somebody else's naming, or one that a proxy passes on, is not offered the one click, nor served by it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Host: localhost",
                "Forwarded: for=127.0.0.1;host=localhost",
                "X-Real-IP: 127.0.0.1",
                "Via: 1.1 proxy"
            })
    void oneClickIsNotPassedOn(String header) throws Exception {
        String name = header.substring(0, header.indexOf(':'));
        String value = header.substring(header.indexOf(':') + 2);
        Session session = stranger();
        assertThat(get(session, "/sign-in").body()).contains("demo-dispatcher");
        assertThat(send(request(session, "/sign-in").header(name, value).build())
                        .body())
                .doesNotContain("demo-dispatcher");
        assertThat(post(session, "/sign-in/demo", Map.of("login", "demo-dispatcher"), name, value)
                        .statusCode())
                .isEqualTo(404);
    }

    /** A name that somebody else's domain server has pointed at this machine. */
    @Test
    void oneClickIsNotOfferedUnderAnotherName() throws Exception {
        assertThat(signInPageUnder("localhost")).contains("demo-dispatcher");
        assertThat(signInPageUnder("evil.example"))
                .contains("autocomplete=\"current-password\"")
                .doesNotContain("demo-dispatcher");
    }

    private String signInPageUnder(String host) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", URI.create(address()).getPort())) {
            String request = "GET /sign-in HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void oneClickSignsInTheDemoAndNobodyElse() throws Exception {
        assertThat(post(stranger(), "/sign-in/demo", Map.of("login", "admin")).statusCode())
                .isEqualTo(404);
        HttpResponse<String> signedIn =
                post(stranger(), "/sign-in/demo", Map.of("login", "demo-dispatcher", "back", "/planning"));
        assertThat(location(signedIn)).isEqualTo("/planning");
        assertThat(location(post(stranger(), "/sign-in/demo", Map.of("login", "demo-binhai"))))
                .isEqualTo("/arrivals");
    }
}
