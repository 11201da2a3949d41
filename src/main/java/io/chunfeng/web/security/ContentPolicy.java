package io.chunfeng.web.security;

import java.net.URI;

/** Nothing is loaded from elsewhere but map tiles, and these only from the address that the operator has set. */
final class ContentPolicy {
    private ContentPolicy() {}

    static String of(String tileUrl) {
        return "default-src 'self'; img-src 'self' data:" + tileOrigin(tileUrl)
                + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    /** The origin of {@code https://{s}.tiles.example/{z}/{x}/{y}.png} is {@code https://*.tiles.example}. */
    private static String tileOrigin(String tileUrl) {
        if (tileUrl.isBlank()) {
            return "";
        }
        String plain = tileUrl.replace("{s}", "s-placeholder").replaceAll("\\{[^}]*}", "0");
        URI uri = URI.create(plain);
        return " " + uri.getScheme() + "://" + uri.getAuthority().replace("s-placeholder", "*");
    }
}
