package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every county of China on the extract of its motorways, trunk and primary roads, where both lie beside the project. */
class CountyAccessTest {
    private static final Path COUNTIES = Path.of("../shared/data/reference/cn_admin_gb2260_wgs84.csv");
    private static final Path GRAPHS = Path.of("target", "graphs");
    private static final Path EXTRACT = Fixtures.OSM.resolve("china-major-roads-2021.osm.pbf");

    /**
     * 三沙 (three places), 岱山 and 嵊泗 are islands. The extract has no minor road: 呼中 lies in the taiga, 壤塘 and 得荣 in gorges. The point of 乌拉盖
     * is not where 乌拉盖 lies.
     */
    @Test
    void noCountyIsOffTheMapButIslandsAndFourThatLieFarFromEveryMajorRoad() throws IOException {
        assumeThat(List.of(COUNTIES, EXTRACT))
                .as(
                        "skipped: %s or %s is not there; they lie beside the project on its own machines",
                        COUNTIES, EXTRACT)
                .allMatch(Files::exists);
        List<Place> counties = counties();

        assertThat(counties).hasSize(2_988);
        try (RoadNetwork roads = RoadNetworks.open(MapSource.find(Fixtures.MAPS, EXTRACT), GRAPHS)) {
            assertThat(roads.offMap(counties))
                    .extracting(off -> off.place().name() + " " + off.nearestRoadMetres() / 1000 + " km "
                            + off.towards().english())
                    .containsExactly(
                            "乌拉盖管委会 39 km east",
                            "呼中区 67 km south-east",
                            "岱山县 46 km south-west",
                            "嵊泗县 45 km west",
                            "西沙群岛 299 km north-west",
                            "南沙群岛 1173 km north-west",
                            "中沙群岛的岛礁及其海域 529 km north-west",
                            "壤塘县 31 km south",
                            "得荣县 44 km south-west");
        }
    }

    /** Those three lie elsewhere than their names: near 乌鲁木齐, in 天津, near 抚州. */
    @Test
    void ofAllCountiesThreeAreFarFromTheirSeatsAndTheirPointsAreWrongIndeed() throws IOException {
        assumeThat(COUNTIES)
                .as("skipped: %s is not there; it lies beside the project on the project's own machines", COUNTIES)
                .exists();
        MapSource tables = MapSource.find(Fixtures.MAPS, Fixtures.MAPS.resolve(MapSource.DEFAULT_TABLES));
        try (RoadNetwork roads = RoadNetworks.open(tables, GRAPHS)) {
            assertThat(roads.doubts(counties()))
                    .extracting(doubt -> doubt.places().get(0).name())
                    .containsExactlyInAnyOrder("巴里坤哈萨克自治县", "河北衡水高新技术产业开发区", "东乡族自治县");
        }
    }

    private static List<Place> counties() throws IOException {
        List<Place> counties = new ArrayList<>();
        for (String line : Files.readAllLines(COUNTIES)) {
            String[] fields = line.split(",", -1);
            if (fields[1].equals("county")) {
                Position position = Position.wgs84(Double.parseDouble(fields[5]), Double.parseDouble(fields[6]));
                counties.add(new Place(fields[0], fields[4], fields[0], position));
            }
        }
        return counties;
    }
}
