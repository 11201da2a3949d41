package io.chunfeng.web;

import io.chunfeng.manifest.BrokenManifestException;
import io.chunfeng.manifest.ManifestClosedException;
import io.chunfeng.manifest.ManifestKeysException;
import io.chunfeng.manifest.NoSuchManifestException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the pages of manifests answer when something is not to be had; and that nothing of them stays in a browser. */
@ControllerAdvice(assignableTypes = {ManifestPage.class, ManifestFiles.class, ManifestsPage.class})
class ManifestRefusals {
    @ModelAttribute
    void keepNothing(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
    }

    @ExceptionHandler(NoSuchManifestException.class)
    void noSuch(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** What was asked for cannot be opened; the page itself says why and what to do. */
    @ExceptionHandler({ManifestKeysException.class, BrokenManifestException.class})
    String closed() {
        return "redirect:/manifests/{groupId}";
    }

    /** The page again, with what was typed, and why nothing was done. */
    static String refused(RuntimeException cause, HttpServletResponse response, Model model, Supplier<String> page) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute(
                "refusal",
                cause instanceof ManifestClosedException ? "manifest.refused.closed" : "manifest.refused.stale");
        return page.get();
    }
}
