package io.chunfeng.web;

import io.chunfeng.manifest.BrokenManifestException;
import io.chunfeng.manifest.ManifestClosedException;
import io.chunfeng.manifest.ManifestKeysException;
import io.chunfeng.manifest.NoSuchManifestException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What the pages of manifests answer when something is not to be had; and that nothing of them stays in a browser. */
@ControllerAdvice(assignableTypes = {ManifestPage.class, ManifestFiles.class, ManifestsPage.class})
class ManifestRefusals {
    private static final Logger LOG = LoggerFactory.getLogger(ManifestRefusals.class);

    @ModelAttribute
    void keepNothing(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
    }

    @ExceptionHandler
    void noSuch(NoSuchManifestException e) {
        throw new NotFoundException();
    }

    /** Something was to be written or opened in full, and the keys are not there. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String noKeys(ManifestKeysException e, Model model) {
        LOG.error(e.getMessage());
        model.addAttribute("why", "manifest.keys." + e.reason());
        return "manifest-closed";
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String broken(BrokenManifestException e, Model model) {
        LOG.error(e.getMessage());
        model.addAttribute("why", "manifest.broken");
        return "manifest-closed";
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
