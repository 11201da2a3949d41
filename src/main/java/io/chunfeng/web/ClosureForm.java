package io.chunfeng.web;

import io.chunfeng.demand.Campaign;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.road.Closure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * What was typed, as it was typed, so that nothing is lost on an error.
 *
 * @param kind {@code ROAD} or {@code AREA}
 * @param number of the road, may be empty
 * @param oneEnd a place by name
 * @param otherEnd a place by name
 * @param centre a place by name; empty when longitude and latitude are given
 * @param from local time in Asia/Shanghai, as {@code 2024-02-17T00:00}
 * @param until as {@code from}; empty: until it is lifted
 */
record ClosureForm(
        String kind,
        String number,
        String oneEnd,
        String otherEnd,
        String centre,
        String lon,
        String lat,
        String radiusKm,
        String from,
        String until,
        String reason) {

    ClosureForm {
        kind = kind == null ? "" : kind;
        number = number == null ? "" : number;
        oneEnd = oneEnd == null ? "" : oneEnd;
        otherEnd = otherEnd == null ? "" : otherEnd;
        centre = centre == null ? "" : centre;
        lon = lon == null ? "" : lon;
        lat = lat == null ? "" : lat;
        radiusKm = radiusKm == null ? "" : radiusKm;
        from = from == null ? "" : from;
        until = until == null ? "" : until;
        reason = reason == null ? "" : reason;
    }

    /** From now on; looking back at a season that is over, from the first day of its peak. */
    static ClosureForm defaults(Campaign campaign, Instant now) {
        LocalDateTime from =
                LocalDateTime.ofInstant(now, PlanningProblem.ZONE).withSecond(0).withNano(0);
        if (campaign != null && from.toLocalDate().isAfter(campaign.lastDay())) {
            from = campaign.peakFrom().atStartOfDay();
        }
        return new ClosureForm("ROAD", "", "", "", "", "", "", "10", from.toString(), "", "");
    }

    /**
     * Reads the form.
     *
     * @param wrong receives everything that is wrong, by field
     * @return null when something is wrong
     */
    Closure read(PlaceChoice places, FieldErrors wrong) {
        ClosureFields fields = new ClosureFields(places, wrong);
        Closure.Extent extent = "AREA".equals(kind) ? area(fields, wrong) : road(fields, wrong);
        Instant first = fields.moment("from", from);
        Instant end = until.isBlank() ? null : fields.moment("until", until);
        if (first != null && end != null && !end.isAfter(first)) {
            wrong.add("until", "closure.error.order");
        }
        String why = fields.text("reason", reason);
        return wrong.isEmpty() ? new Closure(extent, first, end, why) : null;
    }

    /** The field whose figure decides what is closed. */
    String extentField() {
        return "AREA".equals(kind) ? "radiusKm" : number.isBlank() ? "otherEnd" : "number";
    }

    private Closure.Road road(ClosureFields fields, FieldErrors wrong) {
        if (!"ROAD".equals(kind)) {
            wrong.add("kind", "closure.error.kind");
        }
        String road = fields.roadNumber("number", number);
        Place one = fields.place("oneEnd", oneEnd);
        Place other = fields.place("otherEnd", otherEnd);
        if (one != null && one.equals(other)) {
            wrong.add("otherEnd", "closure.error.samePlace");
        }
        return new Closure.Road(road, one, other);
    }

    private Closure.Area area(ClosureFields fields, FieldErrors wrong) {
        BigDecimal radius = fields.number("radiusKm", radiusKm, "0.5", "200", "closure.error.radius");
        Position middle = null;
        if (lon.isBlank() && lat.isBlank()) {
            Place place = fields.place("centre", centre);
            middle = place == null ? null : place.position();
        } else {
            if (!centre.isBlank()) {
                wrong.add("centre", "closure.error.twoCentres");
            }
            BigDecimal east = fields.number("lon", lon, "73", "136", "closure.error.lon");
            BigDecimal north = fields.number("lat", lat, "3", "54", "closure.error.lat");
            middle = east == null || north == null ? null : Position.wgs84(east.doubleValue(), north.doubleValue());
        }
        int metres = radius == null ? 0 : radius.movePointRight(3).intValue();
        return new Closure.Area(middle, metres);
    }
}
