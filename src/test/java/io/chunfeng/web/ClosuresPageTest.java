package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.place.Position;
import io.chunfeng.road.Closure;
import io.chunfeng.road.ClosureRepository;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of closures as a browser without JavaScript gets it. */
@Timeout(120)
class ClosuresPageTest extends RunningApplication {
    /** Closures and what was recorded about them are only ever added, which triggers see to. */
    static final String FORGET_CLOSURES =
            "SET session_replication_role = replica; TRUNCATE closure CASCADE; SET session_replication_role = origin";

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Closure.Area TAIYUAN = new Closure.Area(Position.wgs84(112.55, 37.86), 1_000);

    @Autowired
    private ClosureRepository closures;

    @Autowired
    private JdbcClient sql;

    /** Closures are never deleted, and other tests share this database. */
    @AfterEach
    void forget() {
        sql.sql(FORGET_CLOSURES).update();
    }

    static Map<String, String> road(String number, String oneEnd, String otherEnd) {
        Map<String, String> typed = new HashMap<>();
        typed.put("kind", "ROAD");
        typed.put("number", number);
        typed.put("oneEnd", oneEnd);
        typed.put("otherEnd", otherEnd);
        typed.put("from", "2024-02-17T00:00");
        typed.put("until", "2024-02-19T00:00");
        typed.put("reason", "大雪");
        return typed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/closures", "/closures?lang=en"})
    void withoutClosuresItSaysWhatToDoFirst(String path) throws Exception {
        closures.list().forEach(stored -> closures.lift(stored.id()));
        forget();
        HttpResponse<String> page = get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .doesNotContain("??")
                .contains("class=\"empty\"")
                .contains("aria-current=\"page\"")
                .contains("<option value=\"太原站\">太原市</option>")
                .doesNotContain("id=\"preview\"");
    }

    @Test
    void nothingTypedIsLostOnAnError() throws Exception {
        Map<String, String> typed = road("<b>", "火星", "太原");
        typed.put("kind", "ROAD");
        typed.put("until", "2024-02-16T00:00");
        typed.put("reason", "");
        HttpResponse<String> page = post("/closures", typed);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("value=\"&lt;b&gt;\"")
                .contains("value=\"火星\"")
                .contains("value=\"2024-02-16T00:00\"")
                .contains("id=\"e-number\">请填道路编号")
                .contains("id=\"e-oneEnd\">没有这个地点")
                .contains("id=\"e-otherEnd\">有几个地点都符合，请选一个：")
                .contains("id=\"e-until\">恢复通行时间应晚于开始时间<")
                .contains("id=\"e-reason\">请填原因")
                .contains("aria-invalid=\"true\"");
        assertThat(closures.list()).isEmpty();
    }

    @Test
    void listsThemByStateAndReasonsAreText() throws Exception {
        closures.add(new Closure(TAIYUAN, NOW.minusSeconds(7200), NOW.minusSeconds(3600), "过去"));
        closures.add(new Closure(TAIYUAN, NOW.minusSeconds(60), null, "<img src=x onerror=alert(1)>"));
        closures.add(new Closure(TAIYUAN, NOW.plusSeconds(3600), null, "将来"));
        long lifted = closures.add(new Closure(TAIYUAN, NOW.minusSeconds(60), null, "取消"));
        closures.lift(lifted);

        String page = get("/closures").body();

        assertThat(page)
                .contains("class=\"state PAST\">已过期<")
                .contains("class=\"state IN_FORCE\">生效中<")
                .contains("class=\"state COMING\">将开始<")
                .contains("class=\"state LIFTED\">已解除<")
                .contains("半径 1.0 公里")
                .contains("&lt;img src=x")
                .doesNotContain("<img")
                .doesNotContain("/closures/" + lifted + "/lift");
        assertThat(get("/groups").body()).contains("封路 1 处生效中");
        String map = get("/closures/roads.geojson").body();
        assertThat(map).contains("将来").contains("onerror").doesNotContain("过去").doesNotContain("取消");
    }

    @Test
    void liftingIsToldOnceAndRefusedTheSecondTime() throws Exception {
        long id = closures.add(new Closure(TAIYUAN, NOW.minusSeconds(60), null, "大雪"));

        HttpResponse<String> done = post("/closures/" + id + "/lift", Map.of());
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(done.headers().firstValue("Location").orElseThrow()).endsWith("/closures?lifted=" + id);
        assertThat(get("/closures?lifted=" + id).body()).contains("封路 #" + id + " 已解除");
        assertThat(closures.find(id).orElseThrow().liftedAt()).isNotNull();

        HttpResponse<String> again = post("/closures/" + id + "/lift", Map.of());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("role=\"alert\"").contains("封路 #" + id + " 已经解除");
        assertThat(post("/closures/999999/lift", Map.of()).statusCode()).isEqualTo(404);
        assertThat(get("/groups").body()).doesNotContain("处生效中");
    }
}
