package io.chunfeng.web.security;

import io.chunfeng.account.Account;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Accounts of the demo that anybody at this machine may use without a password. There is such a bean only while the
 * server listens on a loopback address and the demo is on; see also {@link #offeredTo}.
 */
public record OneClick(List<Account> accounts) {
    private static final Pattern HERE = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?|\\[?(0:){7}1]?");

    /** Not to what a proxy on this machine passes on, nor to a page that reached us by a name of its own. */
    boolean offeredTo(HttpServletRequest request) {
        return HERE.matcher(request.getServerName()).matches()
                && HERE.matcher(request.getRemoteAddr()).matches()
                && Collections.list(request.getHeaderNames()).stream()
                        .noneMatch(name ->
                                name.toLowerCase(Locale.ROOT).matches("forwarded|via|x-forwarded-.*|x-real-ip"));
    }

    /** @param address that the server listens on; empty for all, which is more than this machine */
    public static boolean loopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address.strip()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
