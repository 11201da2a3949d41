package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.capacity.CapacityRegister;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Fault;
import io.chunfeng.capacity.Offer;
import io.chunfeng.capacity.Surroundings;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.intake.OfferPreview;
import io.chunfeng.intake.OfferPreview.Row;
import io.chunfeng.intake.OfferPreview.State;
import io.chunfeng.intake.OfferTemplate;
import io.chunfeng.intake.TableException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Capacity files as bureaus have them, against what is registered. */
class OfferPreviewTest {
    private static final DemoCampaign DEMO = DemoCampaign.shanxi2024();
    private static final Surroundings PLACES = new Surroundings(DEMO.places());
    private static final String HEAD = "编号,运输企业,停车场,车籍,核定载客,数量,可用起,可用止,出车费,重驶,空驶,驾驶员\n";
    private static TestDatabase database;
    private static CapacityRegister register;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        register = database.register(Clock.systemUTC());
    }

    @BeforeEach
    void fill() {
        for (String table : List.of("coach_pool", "train_service", "flight")) {
            database.sql().sql("DELETE FROM " + table).update();
        }
        database.save(DEMO);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private Path workbook(Consumer<XSSFWorkbook> change) throws Exception {
        Path written = folder.resolve("capacity.xlsx");
        try (OutputStream out = Files.newOutputStream(written)) {
            OfferTemplate.write(DEMO.coachPools(), DEMO.trainServices(), DEMO.flights(), PLACES, out);
        }
        Path changed = folder.resolve("changed.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(written));
                OutputStream out = Files.newOutputStream(changed)) {
            change.accept(workbook);
            workbook.write(out);
        }
        return changed;
    }

    private Path text(String text, Charset charset) throws Exception {
        return Files.write(folder.resolve("file"), text.getBytes(charset));
    }

    private static OfferPreview preview(Path file) {
        return OfferPreview.of(file, register, PLACES);
    }

    private static List<String> faults(Row row) {
        return row.cells().stream()
                .map(cell -> cell.letter() + cell.row() + " " + cell.finding().fault())
                .toList();
    }

    @Test
    void whatGoesOutComesBackUnchanged() throws Exception {
        OfferPreview preview = preview(workbook(workbook -> {}));
        assertThat(preview.rows())
                .hasSize(DEMO.coachPools().size()
                        + DEMO.trainServices().size()
                        + DEMO.flights().size())
                .allSatisfy(row -> assertThat(row.state()).as(row.toString()).isEqualTo(State.UNCHANGED));
        assertThat(preview.changes()).isEmpty();
    }

    @Test
    void anEmptyTemplateBringsNothing() throws Exception {
        Path file = folder.resolve("template.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            OfferTemplate.write(List.of(), List.of(), List.of(), PLACES, out);
        }
        assertThat(preview(file).rows()).isEmpty();
    }

    @Test
    void validRowsAreTakenWhileOthersAreCorrected() throws Exception {
        CoachPool pool = DEMO.coachPools().get(0);
        Path file = workbook(workbook -> {
            workbook.getSheetAt(0).getRow(1).getCell(5).setCellValue("77辆");
            workbook.getSheetAt(0).getRow(2).getCell(4).setCellValue("五十");
        });
        OfferPreview preview = preview(file);
        assertThat(preview.count(State.CHANGED)).isEqualTo(1);
        assertThat(preview.count(State.PROBLEM)).isEqualTo(1);
        Row problem = preview.rows().get(1);
        assertThat(faults(problem)).containsExactly("E3 NOT_WHOLE");
        assertThat(problem.cells().get(0).finding().value()).isEqualTo("五十");

        register.apply(preview.changes());
        assertThat(register.find(Offer.Kind.POOL, pool.id()).orElseThrow().offer())
                .isEqualTo(pool.withCount(77));
        OfferPreview again = preview(file);
        assertThat(again.count(State.CHANGED)).isZero();
        assertThat(again.count(State.PROBLEM)).isEqualTo(1);
    }

    /** Titles above the header, headers of their own, GB18030, units, full-width digits, a total below. */
    @Test
    void aFileOfABureauIsReadAsItIs() throws Exception {
        String file = "太原市春运包车运力表,,,,,,,,,,,\n制表：运输科,,,,,,,,,,,\n" + HEAD
                + "new-1,太原客运,太原市客运总站,太原市,４９座,3辆,2024/1/25,2024年4月8日,\"1,200元\",11,6,300\n"
                + "合计,,,,,3,,,,,,\n";
        Row row = preview(text(file, Charset.forName("GB18030"))).rows().get(0);
        assertThat(row.state()).as(faults(row).toString()).isEqualTo(State.NEW);
        CoachPool pool = (CoachPool) row.offer();
        assertThat(pool.approvedSeats()).isEqualTo(49);
        assertThat(pool.dispatchFen()).isEqualTo(120_000);
        assertThat(pool.availableUntil()).isEqualTo(Instant.parse("2024-04-08T16:00:00Z"));
    }

    @Test
    void columnsThatTheFileLacksStayAsTheyAre() throws Exception {
        CoachPool pool = DEMO.coachPools().get(0);
        String file = "编号,停车场,核载,车辆\n" + pool.id() + "," + pool.depot() + "," + pool.approvedSeats() + ",9\n";
        Row row = preview(text(file, StandardCharsets.UTF_8)).rows().get(0);
        assertThat(row.offer()).isEqualTo(pool.withCount(9));
        assertThat(row.fromVersion()).isEqualTo(1);
    }

    @Test
    void anIdStandsForOneOfferOfOneKind() throws Exception {
        String train = DEMO.trainServices().get(0).id();
        String row = ",太原客运,太原市客运总站,1401,49,3,2024-01-25,2024-04-08,1,1,1,1\n";
        OfferPreview preview = preview(text(HEAD + "a" + row + "a" + row + train + row, StandardCharsets.UTF_8));
        assertThat(preview.rows()).extracting(Row::state).containsExactly(State.NEW, State.PROBLEM, State.PROBLEM);
        assertThat(faults(preview.rows().get(1))).containsExactly("A3 " + Fault.ID_TWICE);
        assertThat(faults(preview.rows().get(2))).containsExactly("A4 " + Fault.ID_OF_OTHER_KIND);
    }

    @Test
    void aTrainTakesARowForEachStation() throws Exception {
        String head = "编号,车次,种类,车站,到达,开车,每节座位,最少节数,最多节数,开行费,每节,每人,提前天数\n";
        String first = "zl-x,K1,专列,太原南站,,2024-02-18 08:30,118,1,8,0,5000,90,18\n";
        OfferPreview good = preview(text(head + first + ",,,上海虹桥站,2024-02-18 16:40,,,,,,,,\n", StandardCharsets.UTF_8));
        TrainService train = (TrainService) good.rows().get(0).offer();
        assertThat(train.calls()).hasSize(2);
        assertThat(train.bookBy()).isEqualTo(Instant.parse("2024-01-31T00:30:00Z"));

        OfferPreview bad = preview(text(head + first + ",,,上海虹桥站,2024-02-18 08:00,,,,,,,,\n", StandardCharsets.UTF_8));
        // the second station stands in the third row
        assertThat(faults(bad.rows().get(0))).containsExactly("E3 CALL_ORDER");
    }

    @Test
    void whatIsNoCapacityIsRefused() throws Exception {
        Path groups = text("集合点,用工地,人数\n甲,乙,20\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> preview(groups))
                .isInstanceOfSatisfying(
                        TableException.class, e -> assertThat(e.reason()).isEqualTo(TableException.Reason.NO_HEADER));
        Path empty = text("", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> preview(empty)).isInstanceOf(TableException.class);
    }
}
