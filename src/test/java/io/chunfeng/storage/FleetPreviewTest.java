package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.capacity.Coach;
import io.chunfeng.capacity.Driver;
import io.chunfeng.capacity.FleetFault;
import io.chunfeng.capacity.FleetRegister;
import io.chunfeng.capacity.FleetState;
import io.chunfeng.capacity.StaleFleetException;
import io.chunfeng.intake.FleetPreview;
import io.chunfeng.intake.FleetPreview.State;
import io.chunfeng.intake.TableException;
import io.chunfeng.intake.TextWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of coaches and drivers against a real register. */
class FleetPreviewTest {
    private static final List<String> COACH_HEAD = List.of("车牌号码", "车队", "核载（座）", "道路运输证号");
    private static final List<String> DRIVER_HEAD = List.of("姓名", "手机号", "所属企业", "从业资格证号", "状态");
    private static final String OPERATOR = "太原市汽车运输公司";

    @TempDir
    private Path folder;

    private TestDatabase database;
    private FleetRegister register;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        database.save(PublishedPlans.DEMO);
        register = database.fleet(Clock.systemUTC());
        register.save(
                List.of(new Coach(0, 0, "晋A12345", "cp-1401-45", 45, "证0001号", FleetState.READY)),
                List.of(new Driver(0, 0, "张三", "10000000001", OPERATOR, "YS0000001", FleetState.READY)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private FleetPreview preview(List<List<Object>> coaches, List<List<Object>> drivers) throws IOException {
        Path file = folder.resolve("fleet.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            TextWorkbook.write(
                    List.of(
                            new TextWorkbook.Sheet("车辆", COACH_HEAD, coaches),
                            new TextWorkbook.Sheet("驾驶员", DRIVER_HEAD, drivers)),
                    out);
        }
        return FleetPreview.of(file, register, PublishedPlans.DEMO.coachPools());
    }

    @Test
    void knownOnesAreUpdatedOthersAddedAndFaultsHaveTheirPlace() throws IOException {
        FleetPreview preview = preview(
                List.of(
                        Arrays.asList("晋a 12345", "cp-1401-45", 49, "证0001号"),
                        Arrays.asList("晋A99999", "cp-1401-45", 45, "证0002号"),
                        Arrays.asList("晋A9999", "cp-9", 300, "证0003号"),
                        Arrays.asList("晋A99999", "cp-1401-45", 45, "证0002号")),
                List.of(
                        Arrays.asList("张三", "10000000001", OPERATOR, "YS0000001", "可用"),
                        Arrays.asList("=1+1", "10000000002", OPERATOR, "YS0000002", null)));

        assertThat(preview.rows())
                .extracting(FleetPreview.Row::state)
                .containsExactly(State.CHANGED, State.NEW, State.PROBLEM, State.PROBLEM, State.UNCHANGED, State.NEW);
        assertThat(preview.rows().get(2).row()).isEqualTo(4);
        assertThat(preview.rows().get(2).cells())
                .extracting(cell -> cell.column() + " " + cell.finding().fault() + " "
                        + cell.finding().value())
                .containsExactly("A BAD_PLATE 晋A9999", "B UNKNOWN_POOL cp-9", "C BAD_SEATS 300");
        assertThat(preview.rows().get(3).cells().get(0).finding().fault()).isEqualTo(FleetFault.PLATE_TAKEN);
        register.save(preview.coaches(), preview.drivers());
        assertThat(register.coaches())
                .extracting(coach -> coach.plate() + " " + coach.approvedSeats() + " v" + coach.version())
                .containsExactlyInAnyOrder("晋A12345 49 v2", "晋A99999 45 v1");
        assertThat(register.drivers()).hasSize(2);
    }

    @Test
    void whatWasChangedSinceThePreviewIsNotOverwrittenAndNothingIsHalfSaved() throws IOException {
        FleetPreview preview = preview(
                List.of(
                        Arrays.asList("晋A99999", "cp-1401-45", 45, "证0002号"),
                        Arrays.asList("晋A12345", "cp-1401-45", 49, "证0001号")),
                List.of());
        Coach kept = register.coaches().get(0);
        register.save(
                List.of(new Coach(kept.id(), 1, kept.plate(), kept.poolId(), 45, kept.permit(), FleetState.AWAY)),
                List.of());

        assertThatThrownBy(() -> register.save(preview.coaches(), preview.drivers()))
                .isInstanceOf(StaleFleetException.class);
        assertThat(register.coaches())
                .singleElement()
                .satisfies(coach -> assertThat(coach.state()).isEqualTo(FleetState.AWAY));
    }

    @Test
    void templateReadsBackAsEmptyAndOtherTablesAreRefused() throws IOException {
        Path template = folder.resolve("template.xlsx");
        try (OutputStream out = Files.newOutputStream(template)) {
            TextWorkbook.write(FleetPreview.template(), out);
        }
        assertThat(FleetPreview.of(template, register, PublishedPlans.DEMO.coachPools())
                        .rows())
                .isEmpty();
        Path other = Files.writeString(folder.resolve("other.csv"), "品名,数量\n煤,3\n");
        assertThatThrownBy(() -> FleetPreview.of(other, register, PublishedPlans.DEMO.coachPools()))
                .isInstanceOf(TableException.class);
    }
}
