package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.DemandRepository;
import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.place.Position;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Doubtful coordinates are shown where groups are registered and where they are planned, and are in nobody's way. */
@Timeout(120)
class DoubtsPageTest extends RunningApplication {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 17);

    @Autowired
    private DemandRepository demand;

    @Autowired
    private PlaceRepository places;

    private Place right;

    @BeforeEach
    void aPlaceOfTheWeekend() {
        right = places.find(demand.groupsDeparting(DAY, DAY).get(0).from()).orElseThrow();
    }

    @AfterEach
    void restore() {
        places.save(List.of(right));
    }

    private void move(double lon, double lat) {
        places.save(List.of(new Place(right.id(), right.name(), right.adminCode(), Position.wgs84(lon, lat))));
    }

    @Test
    void aPlaceFarFromItsSeatIsNamedAndThePlanningGoesOn() throws Exception {
        assertThat(get("/groups").body()).doesNotContain("坐标可疑");
        move(110.33, 20.03);

        String words = "<b>" + right.name() + " " + right.id() + "</b> <span>距";
        assertThat(get("/groups").body()).contains("1 个地点的坐标可疑").contains(words);
        HttpResponse<String> started = post("/planning", weekend(1));
        assertThat(started.statusCode()).isEqualTo(302);
        String run = started.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        assertThat(get(run).body()).contains("1 个地点的坐标可疑").contains(words).doesNotContain("??");
        assertThat(get(run + "?lang=en").body()).contains("The coordinates of 1 places look wrong");

        places.save(List.of(right));
        assertThat(get(run).body()).doesNotContain("坐标可疑");
    }

    @Test
    void swappedAxesAreNamedInTheRefusal() throws Exception {
        move(right.position().lat(), 80);

        assertThat(get("/groups").body())
                .contains("经纬度似乎颠倒：(" + right.position().lat() + ", 80.0) → (80.0, ");
        HttpResponse<String> refused = post("/planning", weekend(1));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).containsPattern(right.name() + "（" + right.id() + "）距最近道路 [\\d.]+ 公里（东南方向），经纬度似乎颠倒");
    }
}
