package io.chunfeng.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures may come from the tile server that the operator names, and from nowhere else. */
class ContentPolicyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|data:",
                "https://tile.example.org/{z}/{x}/{y}.png|data: https://tile.example.org",
                "https://{s}.tile.example.org:8443/{z}/{x}/{y}.png?k=1|data: https://*.tile.example.org:8443"
            })
    void onlyTheTileServer(String tileUrl, String pictures) {
        assertThat(ContentPolicy.of(tileUrl)).contains("img-src 'self' " + pictures + ";");
    }
}
