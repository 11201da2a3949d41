package io.chunfeng.plan.format;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.place.Place;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rules;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.TreeMap;

/** Writes {@code chunfeng-problem/1} with every default spelled out: the same problem always gives the same bytes. */
public final class ProblemWriter {
    private ProblemWriter() {}

    /** Writes the whole file or, on an exception, leaves what was there. */
    public static void write(PlanningProblem problem, Path file) throws IOException {
        JsonTarget.write(file, target -> problem(target, problem));
    }

    /** Writes to a stream, which stays open. */
    public static void write(PlanningProblem problem, OutputStream out) throws IOException {
        JsonTarget.write(out, target -> problem(target, problem));
    }

    private static void problem(JsonTarget target, PlanningProblem problem) {
        target.text("format", PlanningProblem.FORMAT)
                .text("id", problem.id())
                .text("name", problem.name())
                .time("asOf", problem.asOf())
                .bool("emergency", problem.emergency())
                .objects("places", problem.places(), ProblemWriter::place)
                .objects("groups", problem.groups(), ProblemWriter::group)
                .objects("coachPools", problem.coachPools(), ProblemWriter::pool)
                .objects("trainServices", problem.trainServices(), ProblemWriter::train)
                .objects("flights", problem.flights(), ProblemWriter::flight)
                .object("rules", () -> rules(target, problem.rules()))
                .object("pinned", () -> pinned(target, problem.pinned()));
        if (!problem.published().equals(PlanningProblem.Pinned.NONE)) {
            target.object("published", () -> pinned(target, problem.published()));
        }
        if (problem.matrix() != null) {
            target.object("matrix", () -> MatrixWriter.content(target.json(), problem.matrix()));
        }
    }

    private static void place(JsonTarget target, Place place) {
        target.text("id", place.id())
                .text("name", place.name())
                .text("adminCode", place.adminCode())
                .decimal("lon", place.position().lon())
                .decimal("lat", place.position().lat())
                .text("crs", place.position().crs().name());
    }

    private static void group(JsonTarget target, Group group) {
        target.text("id", group.id())
                .text("county", group.county())
                .text("from", group.from())
                .text("to", group.to())
                .whole("headcount", group.headcount())
                .whole("wheelchairs", group.wheelchairs())
                .time("earliestDeparture", group.earliestDeparture())
                .time("latestArrival", group.latestArrival())
                .textIfAny("preferredDate", group.preferredDate())
                .texts("modes", group.modes().stream().sorted().map(Enum::name).toList())
                .whole("minPart", group.minPart())
                .whole("priority", group.priority())
                .textIfAny("employer", group.employer());
    }

    private static void pool(JsonTarget target, CoachPool pool) {
        target.text("id", pool.id())
                .text("operator", pool.operator())
                .text("depot", pool.depot())
                .text("homePrefecture", pool.homePrefecture())
                .whole("approvedSeats", pool.approvedSeats())
                .whole("wheelchairSpaces", pool.wheelchairSpaces())
                .whole("count", pool.count())
                .time("availableFrom", pool.availableFrom())
                .time("availableUntil", pool.availableUntil())
                .yuan("dispatchYuan", pool.dispatchFen())
                .yuan("yuanPerLoadedKm", pool.fenPerLoadedKm())
                .yuan("yuanPerEmptyKm", pool.fenPerEmptyKm())
                .yuan("yuanPerDriverDay", pool.fenPerDriverDay());
        if (!pool.outages().isEmpty()) {
            target.objects(
                    "outages",
                    pool.outages(),
                    (t, outage) -> t.time("from", outage.from())
                            .time("until", outage.until())
                            .whole("coaches", outage.coaches()));
        }
    }

    private static void train(JsonTarget target, TrainService train) {
        target.text("id", train.id())
                .text("name", train.name())
                .text("kind", train.kind().name())
                .objects(
                        "calls",
                        train.calls(),
                        (t, call) -> t.text("place", call.place())
                                .time("arrive", call.arrive())
                                .time("depart", call.depart()))
                .whole("seatsPerCarriage", train.seatsPerCarriage())
                .whole("wheelchairSpacesPerCarriage", train.wheelchairSpacesPerCarriage())
                .whole("minCarriages", train.minCarriages())
                .whole("maxCarriages", train.maxCarriages())
                .yuan("serviceYuan", train.serviceFen())
                .yuan("yuanPerCarriage", train.fenPerCarriage())
                .yuan("yuanPerPassenger", train.fenPerPassenger())
                .time("bookBy", train.bookBy());
    }

    private static void flight(JsonTarget target, Flight flight) {
        target.text("id", flight.id())
                .text("name", flight.name())
                .text("kind", flight.kind().name())
                .text("from", flight.from())
                .text("to", flight.to())
                .time("depart", flight.depart())
                .time("arrive", flight.arrive())
                .whole("seats", flight.seats())
                .whole("wheelchairSpaces", flight.wheelchairSpaces())
                .whole("minPassengers", flight.minPassengers())
                .yuan("flightYuan", flight.flightFen())
                .yuan("yuanPerPassenger", flight.fenPerPassenger())
                .time("bookBy", flight.bookBy());
    }

    private static void rules(JsonTarget target, Rules rules) {
        target.whole("maxBoardingStops", rules.maxBoardingStops())
                .whole("maxAlightingStops", rules.maxAlightingStops())
                .whole("stopSeconds", rules.stopSeconds())
                .whole("walkMetres", rules.walkMetres())
                .whole("maxFeederMetres", rules.maxFeederMetres())
                .whole("checkInSecondsRail", rules.checkInSecondsRail())
                .whole("checkInSecondsAir", rules.checkInSecondsAir())
                .whole("egressSecondsRail", rules.egressSecondsRail())
                .whole("egressSecondsAir", rules.egressSecondsAir());
        target.json().writeNumberProperty("maxRideRatio", rules.maxRideRatio());
        target.whole("rideSlackSeconds", rules.rideSlackSeconds())
                .whole("maxDrivers", rules.maxDrivers())
                .bool("homeEnd", rules.homeEnd())
                .object("driverHours", () -> driverHours(target, rules.driverHours()))
                .object("weights", () -> weights(target, rules.weights()));
    }

    private static void driverHours(JsonTarget target, Rules.DriverHours hours) {
        target.bool("enabled", hours.enabled())
                .whole("dayContinuousSeconds", hours.dayContinuousSeconds())
                .whole("nightContinuousSeconds", hours.nightContinuousSeconds())
                .text("nightFrom", hours.nightFrom().toString())
                .text("nightTo", hours.nightTo().toString())
                .whole("restSeconds", hours.restSeconds())
                .whole("secondsPerDriverPer24h", hours.secondsPerDriverPer24h())
                .whole("secondDriverMetres", hours.secondDriverMetres())
                .whole("secondDriverExpresswayMetres", hours.secondDriverExpresswayMetres())
                .text("curfewFrom", hours.curfewFrom().toString())
                .text("curfewTo", hours.curfewTo().toString())
                .whole("curfewExemptMetres", hours.curfewExemptMetres());
    }

    private static void weights(JsonTarget target, Rules.Weights weights) {
        target.object(
                        "unservedByPriority",
                        () -> new TreeMap<>(weights.unservedByPriority())
                                .forEach((priority, weight) -> target.whole(String.valueOf(priority), weight)))
                .yuan("yuanPerPassengerHour", weights.fenPerPassengerHour())
                .yuan("yuanPerPassengerTransfer", weights.fenPerPassengerTransfer())
                .yuan("yuanPerExtraPart", weights.fenPerExtraPart())
                .yuan("yuanPerPassengerDayShift", weights.fenPerPassengerDayShift())
                .yuan("yuanPerChangedBoarding", weights.fenPerChangedBoarding());
    }

    private static void pinned(JsonTarget target, PlanningProblem.Pinned pinned) {
        target.objects("coachTrips", pinned.coachTrips(), PlanWriter::coachTrip)
                .objects("trainBookings", pinned.trainBookings(), PlanWriter::trainBooking)
                .objects("flightBookings", pinned.flightBookings(), PlanWriter::flightBooking)
                .objects("journeys", pinned.journeys(), PlanWriter::journey);
    }
}
