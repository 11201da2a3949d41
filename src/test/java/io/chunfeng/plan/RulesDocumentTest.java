package io.chunfeng.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesDocumentTest {
    private static final Path DOCUMENT = Path.of("src/docs/rules.md");

    @Test
    void everyCodeHasOneHeadingAndEveryHeadingACode() throws IOException {
        List<String> codes = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.split(" ")[1])
                .toList();
        List<String> expected = Stream.concat(
                        Arrays.stream(Rule.values()).map(Enum::name),
                        Arrays.stream(UnservedReason.values()).map(Enum::name))
                .toList();
        assertThat(codes).containsExactlyElementsOf(expected);
    }

    @Test
    void rulesHaveTheirNames() throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        for (Rule rule : Rule.values()) {
            assertThat(lines).contains("## " + rule.name() + " " + rule.zh() + " / " + rule.en());
        }
    }
}
