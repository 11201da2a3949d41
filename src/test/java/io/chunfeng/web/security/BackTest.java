package io.chunfeng.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where somebody is led after signing in is always a page of ours. */
class BackTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/plans/3", "/groups?day=2024-02-17&text=%E5%A4%AA#top", "/a//b"})
    void pagesOfOurs(String path) {
        assertThat(Back.safe(path)).contains(path);
    }

    static Stream<String> elsewhere() {
        return Stream.of(
                null,
                "",
                "plans",
                "//evil.example",
                "/\\evil.example",
                "/a\\b",
                "https://evil.example/",
                "/a b",
                "/a\nb",
                "/中文",
                "/sign-in?back=/",
                "/" + "a".repeat(2000));
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void nothingElse(String path) {
        assertThat(Back.safe(path)).isEmpty();
    }
}
