package io.chunfeng.web;

import io.chunfeng.plan.format.PlanWriter;
import io.chunfeng.plan.format.ProblemWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** A plan and its problem in the exchange format, and its routes for the map. */
@Controller
class PlanFiles {
    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final int KEPT = 32;

    private final PlanShelf shelf;
    private final PlanRoads roads;
    private final MessageSource messages;
    private final JsonMapper json = JsonMapper.builder().build();
    /** Routes never change, and drawing those of a whole plan takes a few hundred searches. */
    private final Map<String, byte[]> routes = new Latest<>(KEPT);

    PlanFiles(PlanShelf shelf, PlanRoads roads, MessageSource messages) {
        this.shelf = shelf;
        this.roads = roads;
        this.messages = messages;
    }

    /**
     * @param vehicle only this one; absent for all
     * @param zoom level that the lines are drawn for, 0 to 18
     */
    @GetMapping("/plans/{id}/routes.geojson")
    ResponseEntity<byte[]> routes(
            @PathVariable long id,
            @RequestParam(required = false) String vehicle,
            @RequestParam(required = false) String zoom,
            Locale locale) {
        PlanView view = shelf.get(id);
        if (vehicle != null) {
            view.trip(vehicle);
        }
        Optional<Zoom> level = zoom == null ? Optional.of(Zoom.USUAL) : Zoom.of(zoom);
        if (level.isEmpty()) {
            String message = messages.getMessage("map.badZoom", new Object[] {Zoom.MAX}, locale);
            return ResponseEntity.badRequest().contentType(TEXT).body(message.getBytes(StandardCharsets.UTF_8));
        }
        return ResponseEntity.ok().contentType(GEO_JSON).body(routes(view, vehicle, level.get()));
    }

    /** Drawn outside of the lock: who asks for another plan does not wait. */
    private byte[] routes(PlanView view, String vehicle, Zoom zoom) {
        String key = view.id() + "/" + zoom.level() + "/" + (vehicle == null ? "" : vehicle);
        byte[] known;
        synchronized (routes) {
            known = routes.get(key);
        }
        if (known != null) {
            return known;
        }
        Ways ways = new Ways(view.names(), roads.of(view.id()));
        byte[] drawn = json.writeValueAsBytes(new RouteMap(view, ways, zoom).featureCollection(vehicle));
        synchronized (routes) {
            routes.put(key, drawn);
        }
        return drawn;
    }

    @GetMapping("/plans/{id}/plan.json")
    ResponseEntity<StreamingResponseBody> plan(@PathVariable long id) {
        PlanView view = shelf.get(id);
        return download("plan-" + id, out -> PlanWriter.write(view.plan(), out));
    }

    @GetMapping("/plans/{id}/problem.json")
    ResponseEntity<StreamingResponseBody> problem(@PathVariable long id) {
        PlanView view = shelf.get(id);
        return download("problem-" + id, out -> ProblemWriter.write(view.problem(), out));
    }

    private static ResponseEntity<StreamingResponseBody> download(String name, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".json")
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
