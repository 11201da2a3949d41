package io.chunfeng.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RulesDocumentTest {
    private static final Path DOCUMENT = Path.of("src/docs/rules.md");

    private static List<String> headings() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("## "))
                .toList();
    }

    /** A weight of fen in the program is a weight of yuan in the problem. */
    private static String fieldOf(RecordComponent weight) {
        return weight.getName().startsWith("fen") ? "yuan" + weight.getName().substring(3) : weight.getName();
    }

    @Test
    void everyCodeAndWeightHasOneHeadingAndEveryHeadingACode() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Enum<?>[] codes :
                List.of(Rule.values(), UnservedReason.values(), RemedyAction.values(), BindingReason.values())) {
            Arrays.stream(codes).map(Enum::name).forEach(expected::add);
        }
        Arrays.stream(Rules.Weights.class.getRecordComponents())
                .map(RulesDocumentTest::fieldOf)
                .forEach(expected::add);

        assertThat(headings()).extracting(heading -> heading.split(" ")[1]).containsExactlyElementsOf(expected);
    }

    @Test
    void everyHeadingIsInBothLanguages() throws IOException {
        assertThat(headings()).allMatch(heading -> heading.matches("## \\S+ \\p{IsHan}\\S* / [A-Z0-9].*"));
    }

    @Test
    void codesHaveTheirNames() throws IOException {
        List<String> headings = headings();
        for (Rule rule : Rule.values()) {
            assertThat(headings).contains("## " + rule.name() + " " + rule.zh() + " / " + rule.en());
        }
        for (RemedyAction action : RemedyAction.values()) {
            assertThat(headings).contains("## " + action.name() + " " + action.zh() + " / " + action.en());
        }
        for (BindingReason reason : BindingReason.values()) {
            assertThat(headings).contains("## " + reason.name() + " " + reason.zh() + " / " + reason.en());
        }
    }

    /** What a program says of a code is in both languages. */
    @Test
    void everyCodeHasWords() {
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            ExplanationWords words = ExplanationWords.of(locale);
            for (RemedyAction action : RemedyAction.values()) {
                assertThat(words.say("remedy." + action.name())).isNotBlank();
            }
            for (BindingReason reason : BindingReason.values()) {
                boolean ofRest = reason == BindingReason.WAITING;
                boolean ofDrivers = reason == BindingReason.SECOND_DRIVER;
                String key = (ofRest ? "rest." : ofDrivers ? "drivers." : "bound.") + reason.name();
                assertThat(words.say(key)).isNotBlank();
            }
            for (CostComponent component : CostComponent.values()) {
                assertThat(words.say("cost." + component.name())).isNotBlank();
                assertThat(words.say("basis." + component.name())).isNotBlank();
            }
            for (Alternatives.Kind kind : Alternatives.Kind.values()) {
                assertThat(words.say("alternative." + kind.name())).isNotBlank();
            }
        }
    }
}
