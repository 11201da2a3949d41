package io.chunfeng.web.api;

import io.chunfeng.account.AuditLog;
import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.intake.ImportRepository;
import io.chunfeng.intake.PlaceForms;
import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/places", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "places", description = "Boarding points, workplaces, depots, stations, airports")
class PlaceApi {
    /** Fields of the body by columns of a file. */
    private static final Map<String, String> FIELDS =
            Map.of("from", "name", "fromLon", "lon", "fromLat", "lat", "county", "county", "crs", "crs");

    private final PlaceRepository places;
    private final PlaceForms forms;
    private final ImportRepository points;
    private final MessageSource messages;
    private final AuditLog audit;
    private final Clock clock;

    PlaceApi(
            PlaceRepository places,
            PlaceForms forms,
            ImportRepository points,
            MessageSource messages,
            AuditLog audit,
            Clock clock) {
        this.places = places;
        this.forms = forms;
        this.points = points;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** Degrees, WGS-84. */
    record FoundPlace(
            @Schema(example = "st-taiyuan-nan") String id,
            @Schema(example = "太原南站") String name,

            @Schema(description = "GB/T 2260, six digits", example = "140105")
            String adminCode,

            @Schema(description = "Longitude, degrees, WGS-84", example = "112.61")
            double lon,

            @Schema(description = "Latitude, degrees, WGS-84", example = "37.78")
            double lat) {
        static FoundPlace of(Place place) {
            Position at = Wgs84.of(place.position());
            return new FoundPlace(place.id(), place.name(), place.adminCode(), at.lon(), at.lat());
        }
    }

    @Schema(
            name = "BoardingPoint",
            example = "{\"county\":\"140821\",\"name\":\"临猗县汽车站\",\"lon\":110.774,\"lat\":35.147,\"crs\":\"WGS84\"}")
    record PointBody(
            @Schema(description = "GB/T 2260, six digits", example = "140821")
            String county,

            @Schema(example = "临猗县汽车站") String name,

            @Schema(description = "Degrees", example = "110.774")
            BigDecimal lon,

            @Schema(description = "Degrees", example = "35.147")
            BigDecimal lat,

            @Schema(description = "WGS84, GCJ02 or BD09", example = "WGS84")
            String crs,

            @Schema(description = "Keep it although it is doubtful where it lies; false when left out")
            Boolean sure) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Keep a county's boarding point (集合点); counties and dispatchers",
            description = "422: wrong, or doubtful; what is doubtful is kept when it is sent again with 'sure': true.")
    FoundPlace keep(
            @RequestBody PointBody body,
            @Parameter(hidden = true) Viewer viewer,
            HttpServletRequest request,
            @Parameter(hidden = true) Locale locale) {
        PlaceForms.Result result = forms.read(
                text(body.county()),
                text(body.name()),
                text(body.lon()),
                text(body.lat()),
                text(body.crs()),
                viewer.role() == Role.COUNTY ? viewer.counties() : null);
        List<Problem.Fault> faults = result.problems().stream()
                .filter(problem -> !problem.doubt() || !Boolean.TRUE.equals(body.sure()))
                .map(problem -> fault(problem, locale))
                .toList();
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        points.keepBoardingPoint(result.county(), result.place());
        audit.add(new AuditLog.Entry(
                clock.instant(), viewer.login(), "place.kept", result.place().id(), "api", request.getRemoteAddr()));
        return FoundPlace.of(result.place());
    }

    private Problem.Fault fault(io.chunfeng.intake.Problem problem, Locale locale) {
        return new Problem.Fault(
                "/" + FIELDS.getOrDefault(problem.column(), "name"),
                problem.found().isEmpty() ? null : problem.found(),
                messages.getMessage(
                        "intake.problem." + problem.code(), problem.details().toArray(), locale),
                problem.suggestion().isEmpty() ? null : problem.suggestion());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static String text(BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    @GetMapping
    @Operation(summary = "Places by a part of the name, and by the beginning of the administrative code")
    Paged<FoundPlace> search(
            @Parameter(description = "Part of the name, or an id", example = "太原") @RequestParam(defaultValue = "")
                    String name,
            @Parameter(description = "First digits of the GB/T 2260 code", example = "1401")
                    @RequestParam(defaultValue = "")
                    String adminCode,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit) {
        return Paged.of(
                places.all().stream()
                        .filter(place -> place.name().contains(name.strip())
                                || place.id().equals(name.strip()))
                        .filter(place -> place.adminCode().startsWith(adminCode.strip()))
                        .sorted(Comparator.comparing(Place::name).thenComparing(Place::id))
                        .toList(),
                offset,
                limit,
                FoundPlace::of);
    }
}
