package io.chunfeng.demo;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Campaign;
import io.chunfeng.demo.CsvTable.Row;
import java.util.List;

/** What the demo's bureaus offer. */
final class DemoCapacity {
    private DemoCapacity() {}

    /** Every pool is there from the first to the last day of the campaign, both included. */
    static List<CoachPool> coachPools(Campaign campaign) {
        return CsvTable.read("coach-pools.csv").rows().stream()
                .map(row -> new CoachPool(
                        row.text("id"),
                        row.text("operator"),
                        row.text("depot"),
                        row.text("homePrefecture"),
                        row.number("approvedSeats"),
                        row.number("wheelchairSpaces"),
                        row.number("count"),
                        Season.startOf(campaign.firstDay()),
                        Season.startOf(campaign.lastDay().plusDays(1)),
                        row.fen("dispatchYuan"),
                        row.fen("yuanPerLoadedKm"),
                        row.fen("yuanPerEmptyKm"),
                        row.fen("yuanPerDriverDay")))
                .toList();
    }

    static List<TrainService> trainServices() {
        List<Row> calls = CsvTable.read("train-calls.csv").rows();
        return CsvTable.read("train-services.csv").rows().stream()
                .map(row -> train(row, calls))
                .toList();
    }

    private static TrainService train(Row row, List<Row> calls) {
        String id = row.text("id");
        return new TrainService(
                id,
                row.text("name"),
                TrainService.Kind.valueOf(row.text("kind")),
                calls.stream()
                        .filter(call -> call.text("service").equals(id))
                        .map(call -> new TrainService.Call(
                                call.text("place"), call.instant("arrive"), call.instant("depart")))
                        .toList(),
                row.number("seatsPerCarriage"),
                row.number("wheelchairSpacesPerCarriage"),
                row.number("minCarriages"),
                row.number("maxCarriages"),
                row.fen("serviceYuan"),
                row.fen("yuanPerCarriage"),
                row.fen("yuanPerPassenger"),
                row.instant("bookBy"));
    }

    static List<Flight> flights() {
        return CsvTable.read("flights.csv").rows().stream()
                .map(row -> new Flight(
                        row.text("id"),
                        row.text("name"),
                        Flight.Kind.valueOf(row.text("kind")),
                        row.text("from"),
                        row.text("to"),
                        row.instant("depart"),
                        row.instant("arrive"),
                        row.number("seats"),
                        row.number("wheelchairSpaces"),
                        row.number("minPassengers"),
                        row.fen("flightYuan"),
                        row.fen("yuanPerPassenger"),
                        row.instant("bookBy")))
                .toList();
    }
}
