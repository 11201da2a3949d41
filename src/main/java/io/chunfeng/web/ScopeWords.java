package io.chunfeng.web;

import io.chunfeng.run.RunRequest;
import io.chunfeng.run.RunScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a run plans, in words: corridors, regions, cities, only the unplanned, a what-if, a draft; everybody where nothing is said. */
@Component
class ScopeWords {
    private final MessageSource messages;

    ScopeWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(RunRequest request, Locale locale) {
        RunScope scope = request.scope();
        List<String> words = new ArrayList<>();
        new TreeSet<>(scope.corridors()).forEach(corridor -> words.add(word("corridor." + corridor, locale)));
        new TreeSet<>(scope.regions()).forEach(code -> words.add(RunScope.name(code)));
        new TreeSet<>(scope.cities()).forEach(code -> words.add(word("scope.city", locale, RunScope.name(code))));
        if (scope.onlyUnplanned()) {
            words.add(word("scope.unplanned", locale));
        }
        if (request.whatIf() != null) {
            words.add(word("scope.whatIf", locale, number(request.whatIf().scenario())));
        }
        if (request.draft() != null) {
            words.add(word("scope.draft", locale, number(request.draft().draft())));
        }
        if (request.replanOf() != null) {
            words.add(word("run.replanOf", locale, number(request.replanOf())));
        }
        return words.isEmpty() ? word("scope.all", locale) : String.join(word("scope.and", locale), words);
    }

    private static String number(long id) {
        return String.valueOf(id);
    }

    private String word(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
