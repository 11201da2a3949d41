package io.chunfeng.plan;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of explanations: messages/explanation.properties, Chinese, and its English translation. */
public final class ExplanationWords {
    /** Path of the words on the class path, for whoever shows them in other ways. */
    public static final String BUNDLE = "messages/explanation";

    private final ResourceBundle bundle;

    private ExplanationWords(Locale locale) {
        Locale wanted = "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.ROOT;
        bundle = ResourceBundle.getBundle(
                BUNDLE, wanted, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    /** English for English, Chinese for everything else. */
    public static ExplanationWords of(Locale locale) {
        return new ExplanationWords(locale);
    }

    public boolean english() {
        return bundle.getLocale().getLanguage().equals("en");
    }

    public String say(String key, Object... figures) {
        String pattern = bundle.getString(key);
        return figures.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(figures);
    }

    /** Fen as a difference in yuan: "+¥1,234.50", "−¥8.00", "±¥0.00". */
    public String difference(long fen) {
        String sign = fen > 0 ? "+" : fen < 0 ? "−" : "±";
        return String.format(Locale.ROOT, "%s¥%,.2f", sign, BigDecimal.valueOf(Math.abs(fen), 2));
    }
}
