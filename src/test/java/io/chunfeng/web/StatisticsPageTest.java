package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.chunfeng.dispatch.Boardings;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrip.Kind;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;

/** What the addresses answer. */
class StatisticsPageTest {
    private static final Instant SATURDAY = Instant.parse("2024-02-17T08:00:00+08:00");
    private static final Instant DUE = Instant.parse("2024-02-22T18:00:00+08:00");

    private final MockMvc pages = StatisticsPages.of(
            List.of(
                    trip("feeder", Kind.COACH, SATURDAY, false),
                    trip("train", Kind.CHARTERED_TRAIN, SATURDAY, true),
                    trip("direct", Kind.COACH, DUE, true),
                    trip("late", Kind.COACH, DUE.plusSeconds(1), true)),
            Locale.SIMPLIFIED_CHINESE);

    @Test
    void theTableAtAThursdayUnderTheMainLegRule() throws Exception {
        StatisticsView view = view("/statistics?asOf=2024-02-22T18:00");
        assertThat(figures(view)).containsExactly(80L, 1L, 40L, 1L, 40L, 0L, 0L);
        assertThat(view.choices()).filteredOn(StatisticsView.Choice::chosen).hasSize(1);
        assertThat(view.lines().get(10).entries().get(6).href())
                .isEqualTo("/statistics/trips?asOf=2024-02-22T18:00&city=1411&column=8");
    }

    @Test
    void theOtherRuleAndTheLastMomentByDefault() throws Exception {
        StatisticsView view = view("/statistics?asOf=&rule=EVERY_BOARDING");
        assertThat(figures(view)).containsExactly(160L, 3L, 120L, 1L, 40L, 0L, 0L);
        assertThat(view.asOf()).isEqualTo(Instant.parse("2024-04-10T15:59:59.999999Z"));
    }

    @Test
    void beforeAnythingRanThereIsAHintAndNoFigureToOpen() throws Exception {
        StatisticsView view = view("/statistics?asOf=2024-02-15T18:00");
        assertThat(view.empty()).isTrue();
        assertThat(view.lines())
                .flatExtracting(StatisticsView.Line::entries)
                .allMatch(entry -> entry.value() == 0 && entry.href() == null);
    }

    @Test
    @SuppressWarnings("unchecked")
    void theTripsBehindAFigureAddUpToIt() throws Exception {
        Map<String, Object> model = pages.perform(
                        get("/statistics/trips?asOf=2024-02-22T18:00&rule=EVERY_BOARDING&city=1411&column=9"))
                .andExpect(status().isOk())
                .andReturn()
                .getModelAndView()
                .getModel();
        assertThat((List<StatisticsTrip>) model.get("shares"))
                .extracting(StatisticsTrip::vehicle, StatisticsTrip::value)
                .containsExactly(tuple("feeder", 40L), tuple("direct", 40L));
        assertThat(model).containsEntry("sum", 80L).containsEntry("city", "吕梁市");
    }

    @Test
    void theWorkbookHoldsTheSameFigures() throws Exception {
        byte[] xlsx = pages.perform(get("/statistics/T-2024-SX.xlsx?asOf=2024-02-22T18:00"))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .andExpect(header().string("Content-Disposition", containsString("20240222-1800")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(12).getCell(0).getStringCellValue()).isEqualTo("吕梁市");
            assertThat(sheet.getRow(12).getCell(6).getNumericCellValue()).isEqualTo(80);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/statistics/trips?city=1411&column=1",
                "/statistics/trips?city=1411&column=2",
                "/statistics/trips?city=1411&column=0",
                "/statistics/trips?city=1411&column=21",
                "/statistics/trips?city=3203&column=8",
                "/statistics/T-1999.xlsx"
            })
    void whatIsNotThereIsNotFound(String address) throws Exception {
        pages.perform(get(address)).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/statistics?rule=NONE",
                "/statistics?asOf=yesterday",
                "/statistics?asOf=2024-02-30T18:00",
                "/statistics/T-2024-SX.xlsx?rule=NONE",
                "/statistics/trips?column=8",
                "/statistics/trips?city=1411&column=x"
            })
    void whatCannotBeReadIsABadRequest(String address) throws Exception {
        pages.perform(get(address)).andExpect(status().isBadRequest());
    }

    private StatisticsView view(String address) throws Exception {
        return (StatisticsView) pages.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getModelAndView()
                .getModel()
                .get("view");
    }

    /** Columns 7 to 13 of 吕梁市. */
    private static List<Long> figures(StatisticsView view) {
        return view.lines().get(10).entries().subList(5, 12).stream()
                .map(StatisticsView.Entry::value)
                .toList();
    }

    private static RanTrip trip(String id, Kind kind, Instant ranAt, boolean mainLeg) {
        int carriages = kind == Kind.CHARTERED_TRAIN ? 10 : 0;
        return new RanTrip(
                "1/" + id, 1, id, kind, id, carriages, ranAt, List.of(Boardings.of("g", "141124", 40, 0, mainLeg)));
    }
}
