package io.chunfeng.web;

import io.chunfeng.run.PlanningRuns;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events of a run. */
@Controller
class RunEvents {
    private final PlanningRuns runs;
    private final RunStream stream;

    RunEvents(PlanningRuns runs, RunStream stream) {
        this.runs = runs;
        this.stream = stream;
    }

    @GetMapping(path = "/planning/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(@PathVariable long id) {
        runs.find(id).orElseThrow(NotFoundException::new);
        // no-transform and this header keep proxies from collecting the events
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().noTransform())
                .header("X-Accel-Buffering", "no")
                .body(stream.watch(id));
    }
}
