package io.chunfeng.web;

import io.chunfeng.plan.format.PlanWriter;
import io.chunfeng.plan.format.ProblemWriter;
import java.util.Map;
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
    private static final int KEPT = 16;

    private final PlanShelf shelf;
    private final PlanRoads roads;
    private final JsonMapper json = JsonMapper.builder().build();
    /** Routes never change, and drawing those of a whole plan takes a few hundred searches. */
    private final Map<String, byte[]> routes = new Latest<>(KEPT);

    PlanFiles(PlanShelf shelf, PlanRoads roads) {
        this.shelf = shelf;
        this.roads = roads;
    }

    @GetMapping("/plans/{id}/routes.geojson")
    ResponseEntity<byte[]> routes(@PathVariable long id, @RequestParam(required = false) String vehicle) {
        PlanView view = shelf.get(id);
        if (vehicle != null) {
            view.trip(vehicle);
        }
        byte[] body;
        synchronized (routes) {
            body = routes.computeIfAbsent(
                    id + "/" + (vehicle == null ? "" : vehicle),
                    key -> json.writeValueAsBytes(new RouteMap(view, roads.of(id)).featureCollection(vehicle)));
        }
        return ResponseEntity.ok().contentType(GEO_JSON).body(body);
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
