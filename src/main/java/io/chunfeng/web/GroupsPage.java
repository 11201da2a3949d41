package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.road.RoadNetwork;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 团组: what counties registered. */
@Controller
class GroupsPage {
    private static final List<String> COLUMNS = List.of(
            "id",
            "city",
            "county",
            "from",
            "to",
            "headcount",
            "wheelchairs",
            "day",
            "earliest",
            "latest",
            "modes",
            "priority",
            "employer");

    private final DemandRepository demand;
    private final PlaceRepository places;
    private final RoadNetwork roads;
    private final DoubtNotes doubts;
    private final MessageSource messages;

    GroupsPage(
            DemandRepository demand,
            PlaceRepository places,
            RoadNetwork roads,
            DoubtNotes doubts,
            MessageSource messages) {
        this.demand = demand;
        this.places = places;
        this.roads = roads;
        this.doubts = doubts;
        this.messages = messages;
    }

    @GetMapping("/groups")
    String show(Viewer viewer, GroupFilter filter, Model model) {
        List<GroupRow> all = rows(viewer);
        List<GroupRow> selected = filter.select(all);
        int page = filter.pageOf(selected.size());
        int from = (page - 1) * GroupFilter.PAGE_SIZE;
        model.addAttribute("filter", filter);
        model.addAttribute("any", !all.isEmpty());
        model.addAttribute("doubts", doubts.of(roads, places.all()));
        model.addAttribute(
                "cities", all.stream().map(GroupRow::city).distinct().sorted().toList());
        model.addAttribute("count", selected.size());
        model.addAttribute(
                "persons", selected.stream().mapToInt(GroupRow::headcount).sum());
        model.addAttribute(
                "wheelchairs", selected.stream().mapToInt(GroupRow::wheelchairs).sum());
        model.addAttribute("rows", selected.subList(from, Math.min(from + GroupFilter.PAGE_SIZE, selected.size())));
        model.addAttribute("page", page);
        model.addAttribute("pages", Math.max(1, (selected.size() + GroupFilter.PAGE_SIZE - 1) / GroupFilter.PAGE_SIZE));
        return "groups";
    }

    @GetMapping("/groups.csv")
    ResponseEntity<byte[]> export(Viewer viewer, GroupFilter filter) {
        Csv csv = new Csv();
        csv.row(COLUMNS.stream().map(column -> (Object) text("group." + column)).toList());
        Format format = new Format(LocaleContextHolder.getLocale());
        filter.select(rows(viewer)).forEach(row -> csv.row(cells(row, format)));
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(text("groups.file") + ".csv", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(csv.bytes());
    }

    private List<GroupRow> rows(Viewer viewer) {
        Names names = new Names(places.all());
        Regions regions = new Regions(names);
        return demand.groups(viewer.scope()).stream()
                .map(group -> GroupRow.of(group, names, regions))
                .toList();
    }

    private List<Object> cells(GroupRow row, Format format) {
        return List.of(
                row.id(),
                row.city(),
                row.county(),
                row.from(),
                row.to(),
                row.headcount(),
                row.wheelchairs(),
                row.day(),
                format.stamp(row.earliestDeparture()),
                format.stamp(row.latestArrival()),
                String.join(
                        "/",
                        row.modes().stream().map(mode -> text("mode." + mode)).toList()),
                text("priority." + row.priority()),
                row.employer());
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
