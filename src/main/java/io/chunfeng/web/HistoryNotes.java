package io.chunfeng.web;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Notes of histories: what the program wrote as a code, in words; what people wrote, as it is. */
@Component
class HistoryNotes {
    private static final Pattern CODE = Pattern.compile("([a-zA-Z]+):(\\S+)");
    private static final Set<String> KNOWN = Set.of("plan", "publication", "ran", "notRan", "handover", "campaign");

    private final MessageSource messages;

    HistoryNotes(MessageSource messages) {
        this.messages = messages;
    }

    String text(String note, Locale locale) {
        if (note == null) {
            return "";
        }
        Matcher code = CODE.matcher(note);
        return code.matches() && KNOWN.contains(code.group(1))
                ? messages.getMessage("note." + code.group(1), new Object[] {code.group(2)}, locale)
                : note;
    }
}
