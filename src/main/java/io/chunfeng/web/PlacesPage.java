package io.chunfeng.web;

import io.chunfeng.account.AuditLog;
import io.chunfeng.account.Viewer;
import io.chunfeng.intake.GroupImports;
import io.chunfeng.intake.ImportRepository;
import io.chunfeng.intake.PlaceForms;
import io.chunfeng.intake.Problem;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import io.chunfeng.road.TrunkOutline;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Known places, stations and airports, to be found by typing; boarding points that a county sets itself. */
@Controller
class PlacesPage {
    private static final int SHOWN = 20;
    private static final Map<String, String> FIELDS =
            Map.of("from", "name", "fromLon", "lon", "fromLat", "lat", "county", "county", "crs", "crs");

    private final GroupImports imports;
    private final PlaceForms forms;
    private final ImportRepository points;
    private final GroupIntakeWords words;
    private final TrunkOutline trunk;
    private final AuditLog audit;
    private final Clock clock;
    private final String tileUrl;

    PlacesPage(
            GroupImports imports,
            PlaceForms forms,
            ImportRepository points,
            GroupIntakeWords words,
            TrunkOutline trunk,
            AuditLog audit,
            Clock clock,
            @Value("${chunfeng.tile-url:}") String tileUrl) {
        this.imports = imports;
        this.forms = forms;
        this.points = points;
        this.words = words;
        this.trunk = trunk;
        this.audit = audit;
        this.clock = clock;
        this.tileUrl = tileUrl;
    }

    /** @param kind below messages {@code place.kind.} */
    record Found(Place place, String kind, String area, Position wgs84) {}

    @GetMapping("/places")
    String show(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) String saved,
            Viewer viewer,
            Model model) {
        model.addAttribute("saved", saved);
        String county = viewer.counties().stream().sorted().findFirst().orElse("");
        return page(PlaceForm.empty(county), new FieldErrors(), text, viewer, model);
    }

    @GetMapping("/places/search")
    String search(@RequestParam(defaultValue = "") String text, Viewer viewer, Model model) {
        find(text, viewer, model);
        return "fragments/places :: found";
    }

    @PostMapping("/places")
    String add(
            @ModelAttribute("typed") PlaceForm form,
            Viewer viewer,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Set<String> counties = GroupIntakePage.countiesOf(viewer);
        PlaceForms.Result result = forms.read(form.county(), form.name(), form.lon(), form.lat(), form.crs(), counties);
        FieldErrors errors = new FieldErrors();
        for (Problem problem : result.problems()) {
            String text = words.expected(problem, locale)
                    + (problem.suggestion().isEmpty()
                            ? ""
                            : " " + words.text("intake.suggestion", locale, problem.suggestion()));
            if (problem.doubt()) {
                model.addAttribute("doubt", text);
            } else {
                errors.add(FIELDS.getOrDefault(problem.column(), "name"), "intake.form.problem", text);
            }
        }
        if (result.place() == null || model.containsAttribute("doubt") && !form.sure()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(form, errors, "", viewer, model);
        }
        Place place = result.place();
        points.keepBoardingPoint(result.county(), place);
        audit.add(new AuditLog.Entry(
                clock.instant(), viewer.login(), "place.kept", place.id(), null, request.getRemoteAddr()));
        return "redirect:"
                + org.springframework.web.util.UriComponentsBuilder.fromPath("/places")
                        .queryParam("saved", "{name}")
                        .encode()
                        .buildAndExpand(place.name())
                        .toUriString();
    }

    /** The trunk roads, so that an empty map shows where one is. */
    @GetMapping("/places/background.json")
    ResponseEntity<List<double[]>> background() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(trunk.lines());
    }

    private String page(PlaceForm form, FieldErrors errors, String text, Viewer viewer, Model model) {
        Set<String> counties = GroupIntakePage.countiesOf(viewer);
        find(text, viewer, model);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("text", text);
        model.addAttribute("tileUrl", tileUrl);
        model.addAttribute("centre", centre(form.county(), imports.places(counties)));
        model.addAttribute(
                "counties",
                counties == null
                        ? null
                        : counties.stream()
                                .sorted()
                                .flatMap(code -> AdminCodes.all().find(code).stream())
                                .toList());
        return "places";
    }

    /** Where the small map begins: at the county's seat. Null when that is not known. */
    static Position centre(String county, List<Place> known) {
        return known.stream()
                .filter(place -> place.id().equals(county))
                .findFirst()
                .map(place -> Wgs84.of(place.position()))
                .orElse(null);
    }

    /** Own boarding points come first. */
    private void find(String text, Viewer viewer, Model model) {
        String wanted = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        Set<String> own = Set.copyOf(points.boardingPoints().entrySet().stream()
                .filter(entry -> viewer.counties().contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .distinct()
                .toList());
        List<Found> found = imports.places(GroupIntakePage.countiesOf(viewer)).stream()
                .filter(place -> wanted.isEmpty() ? own.contains(place.id()) : matches(place, wanted))
                .sorted(java.util.Comparator.comparing((Place place) -> !own.contains(place.id()))
                        .thenComparing(Place::name))
                .limit(SHOWN + 1)
                .map(place -> new Found(
                        place, kind(place, own), AdminCodes.all().path(place.adminCode()), Wgs84.of(place.position())))
                .toList();
        model.addAttribute("found", found.subList(0, Math.min(SHOWN, found.size())));
        model.addAttribute("more", found.size() > SHOWN);
    }

    /** By name, id (an airport's has its IATA code), or what it lies in. */
    private static boolean matches(Place place, String wanted) {
        return place.name().toLowerCase(Locale.ROOT).contains(wanted)
                || place.id().toLowerCase(Locale.ROOT).contains(wanted)
                || AdminCodes.all().path(place.adminCode()).contains(wanted);
    }

    private static String kind(Place place, Set<String> own) {
        String prefix = place.id().replaceFirst("-.*", "");
        return switch (prefix) {
            case "st" -> "STATION";
            case "ap" -> "AIRPORT";
            case "wp" -> "WORKPLACE";
            case "dp" -> "DEPOT";
            default -> own.contains(place.id()) ? "OWN" : "PLACE";
        };
    }
}
