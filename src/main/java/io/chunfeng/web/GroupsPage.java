package io.chunfeng.web;

import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.web.security.Access;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            "employer",
            "state");

    private final RegistrationRepository registrations;
    private final PlaceRepository places;
    private final RoadNetwork roads;
    private final DoubtNotes doubts;
    private final MessageSource messages;

    GroupsPage(
            RegistrationRepository registrations,
            PlaceRepository places,
            RoadNetwork roads,
            DoubtNotes doubts,
            MessageSource messages) {
        this.registrations = registrations;
        this.places = places;
        this.roads = roads;
        this.doubts = doubts;
        this.messages = messages;
    }

    @GetMapping("/groups")
    String show(GroupFilter filter, Viewer viewer, Model model) {
        List<GroupRow> all = rows(viewer);
        List<GroupRow> selected = filter.select(all);
        int page = filter.pageOf(selected.size());
        int from = (page - 1) * GroupFilter.PAGE_SIZE;
        model.addAttribute("filter", filter);
        model.addAttribute("any", !all.isEmpty());
        model.addAttribute("states", GroupState.values());
        model.addAttribute("detailed", Access.mayRead(viewer.role(), "/groups/any"));
        model.addAttribute("doubts", doubts.of(roads, doubtful(viewer)));
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
    ResponseEntity<byte[]> export(GroupFilter filter, Viewer viewer) {
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

    /** A county is told about the places of its own groups. */
    private List<Place> doubtful(Viewer viewer) {
        if (viewer.role() != Role.COUNTY) {
            return places.all();
        }
        Set<String> own = registrations.all(viewer.scope()).stream()
                .flatMap(registration -> Stream.of(
                        registration.group().from(), registration.group().to()))
                .collect(Collectors.toSet());
        return places.all().stream().filter(place -> own.contains(place.id())).toList();
    }

    private List<GroupRow> rows(Viewer viewer) {
        Names names = new Names(places.all());
        Regions regions = new Regions(names);
        return registrations.all(viewer.scope()).stream()
                .map(registration -> GroupRow.of(registration, names, regions))
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
                row.employer(),
                text("group.state." + row.state()));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
