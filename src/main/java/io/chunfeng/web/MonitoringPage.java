package io.chunfeng.web;

import io.chunfeng.demand.Mode;
import io.chunfeng.dispatch.Direction;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.Corridor;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.report.Flows;
import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.CountingSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** 动态监测: pictures of what ran, each with its table, its CSV and the trips behind it. */
@Controller
class MonitoringPage {
    private static final int PAGE_SIZE = 200;

    private final CarriedShelf shelf;
    private final CountingSettings counting;
    private final CampaignUnits units;
    private final PlaceRepository places;
    private final MessageSource messages;
    private final String tileUrl;

    MonitoringPage(
            CarriedShelf shelf,
            CountingSettings counting,
            CampaignUnits units,
            PlaceRepository places,
            MessageSource messages,
            @Value("${chunfeng.tile-url:}") String tileUrl) {
        this.shelf = shelf;
        this.counting = counting;
        this.units = units;
        this.places = places;
        this.messages = messages;
        this.tileUrl = tileUrl;
    }

    @GetMapping("/statistics/monitoring")
    String show(FlowQuery query, Model model, Locale locale) {
        long recording = recording(query);
        Flows flows = flows(query, recording);
        // what is opened from here, and downloaded, is as of the same recording
        FlowQuery fixed = query.asOf(recording);
        FlowTables tables = new FlowTables(flows, fixed, messages, locale);
        model.addAttribute("query", query);
        model.addAttribute("fixed", fixed);
        model.addAttribute("recording", recording);
        model.addAttribute("latest", recording == shelf.newest());
        model.addAttribute("rule", rule(query));
        model.addAttribute("persons", flows.personTrips());
        model.addAttribute("trips", flows.trips());
        model.addAttribute("load", Flows.sum(null, null, flows.loads()));
        model.addAttribute("cost", flows.cost());
        model.addAttribute("pictures", FlowPictures.of(flows, new Format(locale)));
        model.addAttribute("mostLines", FlowMap.MOST_LINES);
        model.addAttribute("tileUrl", tileUrl.isBlank() ? null : tileUrl);
        model.addAttribute("days", tables.days());
        model.addAttribute("flows", tables.matrix());
        model.addAttribute("modeTable", tables.modes());
        model.addAttribute("loadTable", tables.load());
        model.addAttribute("costTable", tables.cost());
        addChoices(model);
        return "monitoring";
    }

    @GetMapping("/statistics/monitoring/{table}.csv")
    ResponseEntity<byte[]> export(@PathVariable("table") String table, FlowQuery query, Locale locale) {
        long recording = recording(query);
        return csv(new FlowTables(flows(query, recording), query.asOf(recording), messages, locale).table(table));
    }

    @GetMapping("/statistics/monitoring/flows.geojson")
    @ResponseBody
    Map<String, Object> map(FlowQuery query) {
        return new FlowMap(places.all())
                .featureCollection(flows(query, recording(query))
                        .originsAndDestinations(query.levelOrDefault().digits()));
    }

    /** The trips behind a figure: those that carry 人次 of the people asked for. */
    @GetMapping("/statistics/monitoring/trips")
    String trips(FlowQuery query, Model model) {
        List<Flows.Part> parts = flows(query, recording(query)).parts().stream()
                .filter(part -> part.personTrips() > 0)
                .toList();
        int pages = Math.max(1, (parts.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int page = Math.min(pages, Math.max(1, query.page() == null ? 1 : query.page()));
        model.addAttribute("query", query);
        model.addAttribute("rule", rule(query));
        model.addAttribute("recording", recording(query));
        model.addAttribute("home", query.city() == null ? null : FlowTables.region(query.city()));
        model.addAttribute(
                "away", query.away() == null ? null : AdminCodes.all().path(padded(query.away())));
        model.addAttribute("count", parts.size());
        model.addAttribute(
                "sum", parts.stream().mapToLong(Flows.Part::personTrips).sum());
        model.addAttribute("parts", parts.subList((page - 1) * PAGE_SIZE, Math.min(page * PAGE_SIZE, parts.size())));
        model.addAttribute("page", page);
        model.addAttribute("pages", pages);
        return "monitoring-trips";
    }

    /** A code of a province or city has six digits in GB/T 2260. */
    private static String padded(String code) {
        return code + "0".repeat(6 - code.length());
    }

    private Flows flows(FlowQuery query, long recording) {
        return Flows.of(shelf.asOf(recording).carried(rule(query)), query.filter());
    }

    private long recording(FlowQuery query) {
        return query.recording() == null ? shelf.newest() : query.recording();
    }

    private CountingRule rule(FlowQuery query) {
        return query.rule() == null ? counting.rule() : query.rule();
    }

    private void addChoices(Model model) {
        model.addAttribute("cities", units.cities());
        model.addAttribute("directions", Direction.values());
        model.addAttribute("modes", Mode.values());
        model.addAttribute("corridors", Corridor.values());
        model.addAttribute("levels", FlowQuery.Level.values());
        model.addAttribute("rules", CountingRule.values());
    }

    static ResponseEntity<byte[]> csv(FigureTable table) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(table.key() + ".csv")
                                .build()
                                .toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(table.csv());
    }
}
