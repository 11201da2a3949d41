package io.chunfeng.web;

import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** 调度台 of a stored plan: to look at; changes are made to a draft of it. */
@Controller
class DeskPage {
    private final PlanShelf shelf;
    private final DeskShelf desks;
    private final DeskFiles files;

    DeskPage(PlanShelf shelf, DeskShelf desks, DeskFiles files) {
        this.shelf = shelf;
        this.desks = desks;
        this.files = files;
    }

    /** The filters are in the address too; the browser applies them. */
    @GetMapping("/plans/{id}/desk")
    String desk(@PathVariable long id, Model model, Locale locale) {
        files.page(desks.plan(shelf.get(id)), model, locale);
        return "desk";
    }

    @GetMapping("/plans/{id}/desk/data.json")
    ResponseEntity<byte[]> data(@PathVariable long id, Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(files.data(desks.plan(shelf.get(id)), locale));
    }

    /** @param part set by the desk's script: only the trip is sent, not a page around it */
    @GetMapping("/plans/{id}/desk/trips/{vehicle}")
    String trip(
            @PathVariable long id,
            @PathVariable String vehicle,
            @RequestHeader(name = "X-Part", required = false) String part,
            Model model,
            Locale locale) {
        files.trip(desks.plan(shelf.get(id)), vehicle, model, locale);
        return part == null ? "redirect:/plans/{id}/trips/{vehicle}" : "fragments/desk-trip :: trip";
    }
}
