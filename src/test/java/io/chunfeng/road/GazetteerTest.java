package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The towns of the default map. */
class GazetteerTest {
    private static final List<TrunkMap.Point> POINTS =
            new TrunkTableReader(new TrunkTables(Fixtures.MAPS.resolve("china-trunk"))).readPlaces();
    private static final Gazetteer GAZETTEER = new Gazetteer(POINTS);

    @ParameterizedTest
    @CsvSource({
        "140100, 太原市, true",
        "140121, 清徐县, false",
        "140181, 古交市, false",
        "140106, 太原市, true",
        "120116, 天津市, true",
        "500229, 重庆市, true",
        "370281, 青岛市, true",
        "419001, 济源市, false",
        "429004, 仙桃市, true"
    })
    void aCodeIsItsCountyOrItsCity(String code, String name, boolean city) {
        assertThat(GAZETTEER.of(code).name()).isEqualTo(name);
        assertThat(GAZETTEER.of(code).city()).isEqualTo(city);
    }

    @Test
    void whatIsNoCodeOrNotListedIsNoTown() {
        assertThat(GAZETTEER.of("990101")).isNull();
        assertThat(GAZETTEER.of("1401")).isNull();
        assertThat(GAZETTEER.of("太原")).isNull();
        assertThat(GAZETTEER.of("")).isNull();
        assertThat(GAZETTEER.of(null)).isNull();
        assertThat(Gazetteer.NONE.of("140100")).isNull();
    }

    /** maps/README.md lists the places that carry the position of another. */
    @Test
    void placesThatCarryThePositionOfAnotherHaveNoSeat() {
        assertThat(GAZETTEER.seats())
                .extracting(Gazetteer.Seat::name)
                .contains("武汉市", "海口市", "重庆市", "济源市", "鄂州市", "黄冈市", "珠海市", "乐东黎族自治县", "清徐县")
                .doesNotContain("仙桃市", "潜江市", "天门市", "神农架林区", "五指山市", "临高县", "昌江黎族自治县", "铁门关市")
                .doesNotContain("迎泽区", "太原市枢纽")
                .hasSize(355 - 16 + 118 - 25);
    }

    @Test
    void aRowStandsForItsTown() {
        assertThat(GAZETTEER.at(point("140106")).name()).isEqualTo("太原市");
        assertThat(GAZETTEER.at(point("140121")).name()).isEqualTo("清徐县");
        assertThat(GAZETTEER.at(point("429004"))).as("it stands at 武汉").isNull();
    }

    private static TrunkMap.Point point(String code) {
        return POINTS.stream()
                .filter(point -> point.adminCode().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
