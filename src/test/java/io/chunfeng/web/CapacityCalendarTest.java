package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Campaign;
import io.chunfeng.plan.Plan;
import io.chunfeng.web.CapacityCalendar.Cell;
import io.chunfeng.web.CapacityCalendar.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityCalendarTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 2, 16);
    private static final List<LocalDate> DAYS = List.of(FIRST, FIRST.plusDays(1), FIRST.plusDays(2));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private static CoachPool pool(int count, String from, String until) {
        return new CoachPool("cp", "公司", "dp", "1401", 49, 0, count, at(from), at(until), 0, 0, 0, 0);
    }

    private static final CoachPool THREE = pool(3, "2024-02-01T00:00", "2024-03-01T00:00");

    private static Plan.CoachTrip trip(String pool, String from, String until) {
        return new Plan.CoachTrip("t", pool, 1, 0, 0, List.of(new Plan.Rest(at(from), at(until))), 0);
    }

    private static Plan plan(
            List<Plan.TrainBooking> trains, List<Plan.FlightBooking> flights, Plan.CoachTrip... trips) {
        return new Plan(
                "p",
                "quick.xml",
                1,
                null,
                FIRST.atStartOfDay(ZoneId.of("UTC")).toInstant(),
                Arrays.asList(trips),
                trains,
                flights,
                List.of(),
                List.of(),
                null,
                null);
    }

    private static List<Cell> cells(CoachPool pool, Plan.CoachTrip... trips) {
        return new CapacityCalendar(DAYS, List.of(plan(List.of(), List.of(), trips)))
                .row(pool)
                .cells();
    }

    @Test
    void aTripOverMidnightUsesACoachOnBothDays() {
        assertThat(cells(THREE, trip("cp", "2024-02-16T22:00", "2024-02-17T06:00")))
                .containsExactly(new Cell(3, 1), new Cell(3, 1), new Cell(3, 0));
        // back on the stroke of midnight: nothing of the next day
        assertThat(cells(THREE, trip("cp", "2024-02-16T22:00", "2024-02-17T00:00")))
                .containsExactly(new Cell(3, 1), new Cell(3, 0), new Cell(3, 0));
    }

    /** The same coach may run twice a day: what counts is how many are away at one moment. */
    @Test
    void tripsOneAfterAnotherUseOneCoach() {
        Plan.CoachTrip morning = trip("cp", "2024-02-17T06:00", "2024-02-17T10:00");
        assertThat(cells(THREE, morning, trip("cp", "2024-02-17T10:00", "2024-02-17T14:00")))
                .element(1)
                .isEqualTo(new Cell(3, 1));
        assertThat(cells(THREE, morning, trip("cp", "2024-02-17T09:59", "2024-02-17T14:00")))
                .element(1)
                .isEqualTo(new Cell(3, 2));
    }

    @Test
    void tripsOfOtherPoolsAreTheirs() {
        assertThat(cells(THREE, trip("other", "2024-02-17T06:00", "2024-02-17T10:00")))
                .allMatch(cell -> cell.used() == 0);
    }

    @Test
    void aPoolIsThereOnTheDaysOfItsWindow() {
        assertThat(cells(pool(3, "2024-02-17T00:00", "2024-02-18T00:00")))
                .containsExactly(new Cell(0, 0), new Cell(3, 0), new Cell(0, 0));
        assertThat(cells(pool(3, "2024-02-16T23:59", "2024-02-18T00:01")))
                .extracting(Cell::available)
                .containsExactly(3, 3, 3);
    }

    @ParameterizedTest
    @CsvSource({"0,0,NONE", "3,0,FREE", "3,1,PART", "3,2,PART", "3,3,FULL", "3,4,OVER", "0,1,OVER"})
    void statesHaveTheirEdges(int available, int used, State state) {
        assertThat(new Cell(available, used).state()).isEqualTo(state);
    }

    @Test
    void stateIsSaidInWordsToo() {
        assertThat(new Cell(3, 3).shown("满", "超")).isEqualTo("3/3 满");
        assertThat(new Cell(3, 4).shown("满", "超")).isEqualTo("4/3 超");
        assertThat(new Cell(3, 0).shown("满", "超")).isEqualTo("0/3");
        assertThat(Cell.NONE.shown("满", "超")).isEmpty();
    }

    @Test
    void trainsAndFlightsAreOnTheDayTheyLeave() {
        // 23:30 in Shanghai is 15:30 in Greenwich, and still the 17th
        TrainService train = new TrainService(
                "zl",
                "专列",
                TrainService.Kind.CHARTERED_TRAIN,
                List.of(
                        new TrainService.Call("a", at("2024-02-17T23:30"), at("2024-02-17T23:30")),
                        new TrainService.Call("b", at("2024-02-18T06:00"), at("2024-02-18T06:00"))),
                118,
                0,
                1,
                8,
                0,
                0,
                0,
                at("2024-02-01T00:00"));
        Flight flight = new Flight(
                "bj",
                "包机",
                Flight.Kind.CHARTER,
                "a",
                "b",
                at("2024-02-18T00:00"),
                at("2024-02-18T02:00"),
                180,
                2,
                0,
                0,
                0,
                at("2024-02-01T00:00"));
        CapacityCalendar calendar = new CapacityCalendar(
                DAYS,
                List.of(
                        plan(List.of(new Plan.TrainBooking("zl", 5, 0)), List.of()),
                        plan(
                                List.of(new Plan.TrainBooking("zl", 3, 0)),
                                List.of(new Plan.FlightBooking("bj", 90, 0)))));
        assertThat(calendar.row(train).cells()).containsExactly(Cell.NONE, new Cell(8, 8), Cell.NONE);
        assertThat(calendar.row(flight).cells()).containsExactly(Cell.NONE, Cell.NONE, new Cell(180, 90));
    }

    @Test
    void weeksBeginOnMondayAndMonthsOnTheFirst() {
        LocalDate today = LocalDate.of(2024, 2, 29);
        assertThat(CalendarRange.of("2024-02-18", false, null, today).days())
                .startsWith(LocalDate.of(2024, 2, 12))
                .hasSize(7);
        CalendarRange february = CalendarRange.of("2024-02-18", true, null, today);
        assertThat(february.days()).hasSize(29);
        assertThat(february.previous()).isEqualTo("2024-01-01");
        assertThat(february.end()).isEqualTo("2024-03-01");
        assertThat(CalendarRange.of("next week", false, null, today).first()).isEqualTo("2024-02-26");
    }

    @Test
    void aSeasonThatIsOverIsShownAtItsPeak() {
        LocalDate day = LocalDate.of(2024, 2, 10);
        Campaign campaign = new Campaign(
                "c", "2024", "山西", day.minusDays(16), day.plusDays(58), day, day.plusDays(7), day.plusDays(8));
        assertThat(CalendarRange.of(null, false, campaign, day.plusDays(58)).first())
                .isEqualTo("2024-04-08");
        assertThat(CalendarRange.of(null, false, campaign, day.plusDays(59)).first())
                .isEqualTo("2024-02-12");
    }
}
