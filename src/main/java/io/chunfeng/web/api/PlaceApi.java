package io.chunfeng.web.api;

import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/places", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "places", description = "Boarding points, workplaces, depots, stations, airports")
class PlaceApi {
    private final PlaceRepository places;

    PlaceApi(PlaceRepository places) {
        this.places = places;
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
