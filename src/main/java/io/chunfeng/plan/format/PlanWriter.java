package io.chunfeng.plan.format;

import io.chunfeng.plan.Plan;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.TreeMap;

/** Writes {@code chunfeng-plan/1}: the same plan always gives the same bytes. */
public final class PlanWriter {
    private PlanWriter() {}

    /** Writes the whole file or, on an exception, leaves what was there. */
    public static void write(Plan plan, Path file) throws IOException {
        JsonTarget.write(file, target -> plan(target, plan));
    }

    /** Writes to a stream, which stays open. */
    public static void write(Plan plan, OutputStream out) throws IOException {
        JsonTarget.write(out, target -> plan(target, plan));
    }

    private static void plan(JsonTarget target, Plan plan) {
        target.text("format", Plan.FORMAT)
                .text("problemId", plan.problemId())
                .text("solverConfig", plan.solverConfig())
                .whole("seed", plan.seed());
        target.json().writeStringProperty("mapSha256", plan.mapSha256());
        target.textIfAny("codeVersion", plan.codeVersion())
                .time("createdAt", plan.createdAt())
                .object("score", () -> score(target, plan.score()))
                .object("kpis", () -> kpis(target, plan.kpis()))
                .objects("coachTrips", plan.coachTrips(), PlanWriter::coachTrip)
                .objects("trainBookings", plan.trainBookings(), PlanWriter::trainBooking)
                .objects("flightBookings", plan.flightBookings(), PlanWriter::flightBooking)
                .objects("journeys", plan.journeys(), PlanWriter::journey)
                .objects("unserved", plan.unserved(), PlanWriter::unserved);
    }

    static void coachTrip(JsonTarget target, Plan.CoachTrip trip) {
        target.text("id", trip.id())
                .text("poolId", trip.poolId())
                .whole("drivers", trip.drivers())
                .whole("loadedMetres", trip.loadedMetres())
                .whole("emptyMetres", trip.emptyMetres())
                .yuan("costYuan", trip.costFen())
                .objects("events", trip.events(), PlanWriter::event);
    }

    private static void event(JsonTarget target, Plan.Event event) {
        String kind = event instanceof Plan.Drive ? "DRIVE" : event instanceof Plan.Stop ? "STOP" : "REST";
        target.text("kind", kind).time("from", event.from()).time("to", event.to());
        if (event instanceof Plan.Drive drive) {
            target.text("fromPlace", drive.fromPlace())
                    .text("toPlace", drive.toPlace())
                    .whole("metres", drive.metres())
                    .bool("loaded", drive.loaded());
        } else if (event instanceof Plan.Stop stop) {
            target.text("place", stop.place());
        }
    }

    static void trainBooking(JsonTarget target, Plan.TrainBooking booking) {
        target.text("serviceId", booking.serviceId())
                .whole("carriages", booking.carriages())
                .yuan("costYuan", booking.costFen());
    }

    static void flightBooking(JsonTarget target, Plan.FlightBooking booking) {
        target.text("flightId", booking.flightId())
                .whole("passengers", booking.passengers())
                .yuan("costYuan", booking.costFen());
    }

    static void journey(JsonTarget target, Plan.Journey journey) {
        target.text("groupId", journey.groupId())
                .whole("headcount", journey.headcount())
                .whole("wheelchairs", journey.wheelchairs())
                .objects("legs", journey.legs(), PlanWriter::leg);
    }

    private static void leg(JsonTarget target, Plan.Leg leg) {
        target.text("vehicle", leg.vehicle())
                .text("board", leg.board())
                .time("boardAt", leg.boardAt())
                .text("alight", leg.alight())
                .time("alightAt", leg.alightAt());
    }

    private static void unserved(JsonTarget target, Plan.Unserved unserved) {
        target.text("groupId", unserved.groupId()).whole("headcount", unserved.headcount());
        if (unserved.wheelchairs() != Plan.Unserved.WHEELCHAIRS_UNKNOWN) {
            target.whole("wheelchairs", unserved.wheelchairs());
        }
        target.text("reason", unserved.reason().name())
                .object(
                        "remedy",
                        () -> target.text("text", unserved.remedy().text())
                                .text("action", unserved.remedy().action())
                                .object(
                                        "details",
                                        () -> new TreeMap<>(unserved.remedy().details()).forEach(target::text)));
    }

    private static void score(JsonTarget target, Plan.Score score) {
        Plan.CostParts parts = score.parts();
        target.whole("hard", score.hard())
                .whole("unserved", score.unserved())
                .yuan("costYuan", score.costFen())
                .object(
                        "parts",
                        () -> target.yuan("coachYuan", parts.coachFen())
                                .yuan("trainYuan", parts.trainFen())
                                .yuan("flightYuan", parts.flightFen())
                                .yuan("timeYuan", parts.timeFen())
                                .yuan("transferYuan", parts.transferFen())
                                .yuan("splitYuan", parts.splitFen())
                                .yuan("dayShiftYuan", parts.dayShiftFen())
                                .yuan("changeYuan", parts.changeFen()));
    }

    private static void kpis(JsonTarget target, Plan.Kpis kpis) {
        target.whole("personsCoach", kpis.personsCoach())
                .whole("personsRail", kpis.personsRail())
                .whole("personsAir", kpis.personsAir())
                .whole("coachTrips", kpis.coachTrips())
                .whole("trainServices", kpis.trainServices())
                .whole("carriages", kpis.carriages())
                .whole("flights", kpis.flights())
                .decimal("loadFactor", kpis.loadFactor())
                .decimal("loadedKm", kpis.loadedKm())
                .decimal("emptyKm", kpis.emptyKm())
                .decimal("passengerHours", kpis.passengerHours())
                .yuan("yuanPerPerson", kpis.fenPerPerson());
    }
}
