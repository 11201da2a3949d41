package io.chunfeng.web;

import io.chunfeng.intake.Problem;
import io.chunfeng.intake.TableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Problems of files in words: where, what was found, what is expected, what could be meant. */
@Component
class GroupIntakeWords {
    private final MessageSource messages;

    GroupIntakeWords(MessageSource messages) {
        this.messages = messages;
    }

    /** E 列 人数（人）：“53.5”。须为整数… 建议：… */
    String whole(Problem problem, Locale locale) {
        String where = problem.letter().isEmpty()
                ? problem.header()
                : text("intake.where", locale, problem.letter(), problem.header());
        String found = problem.found().isEmpty()
                ? text("intake.found.nothing", locale)
                : text("intake.found", locale, problem.found());
        String suggestion =
                problem.suggestion().isEmpty() ? "" : " " + text("intake.suggestion", locale, problem.suggestion());
        return where + text("intake.colon", locale) + found + " " + expected(problem, locale) + suggestion;
    }

    /** What is expected instead. */
    String expected(Problem problem, Locale locale) {
        List<String> details = new ArrayList<>(problem.details());
        if (problem.code() == Problem.Code.CANNOT_CHANGE) {
            details.set(0, text("intake.was." + details.get(0), locale));
        }
        return text("intake.problem." + problem.code(), locale, details.toArray());
    }

    String refusal(TableException.Reason reason, String detail, Locale locale) {
        return text("intake.refused." + reason, locale, detail == null ? "" : detail);
    }

    /** A note of an import: {@code sheet:说明} or {@code column:序号}. */
    String note(String note, Locale locale) {
        int colon = note.indexOf(':');
        return text("intake.note." + note.substring(0, colon), locale, note.substring(colon + 1));
    }

    String text(String key, Locale locale, Object... details) {
        return messages.getMessage(key, details, locale);
    }
}
