package io.chunfeng.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FleetTextTest {
    private static final List<CoachPool> POOLS =
            List.of(new CoachPool("p1", "太原客运", "d", "1401", 45, 0, 3, Instant.EPOCH, Instant.EPOCH, 0, 0, 0, 0));

    @ParameterizedTest
    @ValueSource(strings = {"晋A12345", "晋AZ0001", "京B2A3B4", "晋A12345D", "晋AD12345", "晋AKB1234", "粤B98765F"})
    void plates(String plate) {
        assertThat(Plates.valid(plate)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "晋A1234",
                "晋A123456",
                "晋I12345",
                "晋A1234O",
                "晋AI2345",
                "A12345",
                "港A12345",
                "晋A12345L",
                "晋A1234D5",
                "晋AF1A234",
                ""
            })
    void whatIsNoPlate(String plate) {
        assertThat(Plates.valid(plate)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"晋a·12345,晋A12345", "' 晋A 12345d ',晋A12345D", "晋Ａ１２３４５,晋A12345", "晋A-12345,晋A12345"})
    void typedPlatesAreBroughtToOneForm(String typed, String plate) {
        assertThat(Plates.normal(typed)).isEqualTo(plate);
    }

    private static List<FleetFault> coach(String field, String value) {
        Map<String, String> typed = new HashMap<>(
                Map.of("plate", "晋A12345", "poolId", "p1", "approvedSeats", "45", "permit", "晋交运140100号"));
        typed.put(field, value);
        return FleetText.coach(typed, null, POOLS, List.of("晋A99999")).findings().stream()
                .map(FleetFinding::fault)
                .toList();
    }

    private static List<FleetFault> driver(String field, String value) {
        Map<String, String> typed = new HashMap<>(
                Map.of("name", "张三", "phone", "10000000001", "operator", "太原客运", "licence", "YS1401000001"));
        typed.put(field, value);
        return FleetText.driver(typed, null, POOLS, List.of("YS1401000009")).findings().stream()
                .map(FleetFinding::fault)
                .toList();
    }

    @Test
    void coachIsReadAndItsFaultsAreNamed() {
        assertThat(coach("approvedSeats", "45座")).isEmpty();
        assertThat(coach("approvedSeats", "7")).isEmpty();
        assertThat(coach("approvedSeats", "6")).containsExactly(FleetFault.BAD_SEATS);
        assertThat(coach("approvedSeats", "101")).containsExactly(FleetFault.BAD_SEATS);
        assertThat(coach("plate", "晋A99999")).containsExactly(FleetFault.PLATE_TAKEN);
        assertThat(coach("plate", "")).containsExactly(FleetFault.MISSING);
        assertThat(coach("poolId", "p2")).containsExactly(FleetFault.UNKNOWN_POOL);
        assertThat(coach("permit", "无")).containsExactly(FleetFault.BAD_PERMIT);
        assertThat(coach("state", "报废")).containsExactly(FleetFault.UNKNOWN_STATE);
        assertThat(coach("state", "停用")).isEmpty();
    }

    @Test
    void driverIsReadAndItsFaultsAreNamed() {
        assertThat(driver("phone", "0351-1234567")).isEmpty();
        assertThat(driver("phone", "１００００００００１１")).isEmpty();
        assertThat(driver("phone", "1000000001")).containsExactly(FleetFault.BAD_PHONE);
        assertThat(driver("operator", "别家")).containsExactly(FleetFault.UNKNOWN_OPERATOR);
        assertThat(driver("licence", "YS1401000009")).containsExactly(FleetFault.LICENCE_TAKEN);
        assertThat(driver("licence", "abcdef")).containsExactly(FleetFault.BAD_LICENCE);
        assertThat(driver("name", "名".repeat(40))).isEmpty();
        assertThat(driver("name", "名".repeat(41))).containsExactly(FleetFault.TOO_LONG);
    }
}
