package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chunfeng.road.ExtractWithoutRoads;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Pages over a map whose fault shows only when it is imported. */
@Timeout(120)
@DirtiesContext
class MapFailedTest extends RunningApplication {

    @DynamicPropertySource
    static void brokenMap(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "broken-map-");
        Path map = ExtractWithoutRoads.write(folder.resolve("broken.osm.pbf"));
        registry.add("chunfeng.map", map::toString);
    }

    @Test
    void everyPageSaysWhyAndPlanningIsRefusedInTheSameWords() throws Exception {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/map-notice").body().contains("urgent"));

        assertThat(get("/groups").body())
                .contains("地图无法读取，不能规划，也没有路线图：")
                .contains("broken.osm.pbf: holds no road for coaches")
                .doesNotContain("hx-get=\"/map-notice\"");
        assertThat(get("/?lang=en").body()).contains("The map cannot be read").contains("holds no road for coaches");
        HttpResponse<String> refused = post("/planning", weekend(2));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("class=\"refusal\" role=\"alert\">地图无法读取，不能规划：")
                .contains("value=\"2024-02-17\"");
    }
}
