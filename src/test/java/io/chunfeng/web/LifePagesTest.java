package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.AuditLog;
import io.chunfeng.account.Role;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.dispatch.GroupTrip;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.storage.PublishedPlans;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of a group over the pages: each side does its part and sees what it may. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifePagesTest extends LifePages {

    @Autowired
    private Publications publications;

    @Autowired
    private AuditLog audit;

    @Test
    @Order(1)
    void countySeesItsOwnGroupsAndGuessedIdsAreNotThere() throws Exception {
        assertThat(get(county(), "/groups/" + OWN.id()).statusCode()).isEqualTo(200);
        for (String path : List.of("", "/notice")) {
            assertThat(get(county(), "/groups/" + OTHER.id() + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        Map<String, String> move = Map.of("to", "WITHDRAWN", "version", "1");
        assertThat(post(county(), "/groups/" + OTHER.id() + "/move", move).statusCode())
                .isEqualTo(404);
        assertThat(post(county(), "/groups/" + OTHER.id() + "/requests", Map.of("kind", "WITHDRAW", "reason", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(state(OTHER.id())).isEqualTo(GroupState.ACCEPTED);
        for (String list : List.of("/groups", "/groups.csv")) {
            assertThat(get(county(), list).body()).contains(OWN.id()).doesNotContain(OTHER.id());
        }
        assertThat(get(employer(), "/groups/" + OWN.id()).statusCode()).isEqualTo(403);
        assertThat(get(county(), "/submissions").statusCode()).isEqualTo(403);
    }

    @Test
    @Order(2)
    void countySubmitsAndDispatcherAccepts() throws Exception {
        registered("w-1", GroupState.DRAFT);
        assertThat(post(county(), "/groups/w-1/move", Map.of("to", "SUBMITTED", "version", "1"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(get("/submissions").body()).contains("w-1", "逾期", "出发日期已过");

        assertThat(post(county(), "/groups/w-1/move", Map.of("to", "ACCEPTED", "version", "2"))
                        .statusCode())
                .as("a county does not accept")
                .isEqualTo(409);
        HttpResponse<String> none = post("/submissions", Map.of("accept", "true"));
        assertThat(none.statusCode()).isEqualTo(400);
        HttpResponse<String> stale =
                post("/submissions", Map.of("accept", "false", "chosen", "1:w-1", "reason", "请核对集合点"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("团组 w-1 刚被别人改过", "请核对集合点");
        HttpResponse<String> accepted = post("/submissions", Map.of("accept", "true", "chosen", "2:w-1"));
        assertThat(accepted.body()).contains("已受理 1 个团组");
        assertThat(state("w-1")).isEqualTo(GroupState.ACCEPTED);
        assertThat(audit.entries(null, "group.accepted", 5, 0))
                .anyMatch(entry -> "w-1".equals(entry.subject()) && "test-dispatcher".equals(entry.actor()));
    }

    @Test
    @Order(3)
    void sentBackGroupsComeWithAReason() throws Exception {
        registered("w-2", GroupState.SUBMITTED);
        assertThat(post("/submissions", Map.of("accept", "false", "chosen", "1:w-2"))
                        .statusCode())
                .isEqualTo(400);
        post("/submissions", Map.of("accept", "false", "chosen", "1:w-2", "reason", "人数不对"));

        assertThat(state("w-2")).isEqualTo(GroupState.DRAFT);
        assertThat(get(county(), "/groups/w-2").body()).contains("人数不对");
    }

    @Test
    @Order(4)
    void typedNoteStaysWhenSomebodyElseWasFaster() throws Exception {
        registered("w-3", GroupState.DRAFT);
        registrations.apply(List.of(new RegistrationChange.Move("w-3", GroupState.SUBMITTED, 1, null)), "else");
        HttpResponse<String> stale =
                post(county(), "/groups/w-3/move", Map.of("to", "WITHDRAWN", "version", "1", "note", "企业停工了"));

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("刚被别人改过", "value=\"企业停工了\"");
    }

    @Test
    @Order(5)
    void publishedTripsAreToldAndPrinted() throws Exception {
        int before = publications.newest();
        long plan = plan();
        String confirmation = get("/plans/" + plan + "/publication").body();
        assertThat(confirmation).contains("2 个团组", "w-1");
        assertThat(post(county(), "/plans/" + plan + "/publication", Map.of("newest", String.valueOf(before)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/plans/" + plan + "/publication", Map.of("newest", String.valueOf(before + 9)))
                        .statusCode())
                .isEqualTo(409);
        assertThat(post("/plans/" + plan + "/publication", Map.of("newest", String.valueOf(before)))
                        .statusCode())
                .isEqualTo(302);
        assertThat(state(OWN.id())).isEqualTo(GroupState.PUBLISHED);

        GroupTrip trip = GroupTrip.of(
                        publications.told(ALL, OWN.id()).orElseThrow().rides())
                .get(0);
        assertThat(publications.told(ALL, OTHER.id()).orElseThrow().rides())
                .as("in the same coach")
                .allMatch(ride -> ride.vehicle().equals(trip.first().vehicle()));
        Format format = new Format(Locale.SIMPLIFIED_CHINESE);
        String notice = get(county(), "/groups/" + OWN.id() + "/notice").body();
        assertThat(notice)
                .contains("乘车通知", OWN.id(), trip.persons() + " 人", "居民身份证原件", CONTACT, OWN.employer())
                .contains(format.momentOfYear(trip.meetAt()), format.momentOfYear(trip.arriveAt()))
                .contains(PublishedPlans.DEMO.places().stream()
                        .filter(place -> place.id().equals(trip.first().boardPlace()))
                        .findFirst()
                        .orElseThrow()
                        .name())
                .doesNotContain(OTHER.id(), OTHER.employer());
        String day = "/groups/notices?day=" + format.date(trip.first().boardAt());
        assertThat(get(county(), day).body()).contains(OWN.id()).doesNotContain(OTHER.id());
        assertThat(get(otherCounty(), day).body()).doesNotContain(OWN.id());
        assertThat(get(county(), "/groups/" + OWN.id()).body())
                .contains("第 " + (before + 1) + " 次发布", trip.first().vehicle(), CONTACT);
    }

    @Test
    @Order(6)
    void changesArePleadedAndAnswered() throws Exception {
        String asking = "/groups/" + OWN.id() + "/requests";
        Map<String, String> wanted = Map.of(
                "kind",
                "HEADCOUNT",
                "headcount",
                String.valueOf(OWN.headcount() + 2),
                "wheelchairs",
                "0",
                "reason",
                "");
        HttpResponse<String> wrong = post(county(), asking, wanted);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("请写明原因", "value=\"" + (OWN.headcount() + 2) + "\"");

        Map<String, String> right = new HashMap<>(wanted);
        right.put("reason", "又来了两个人");
        assertThat(post(county(), asking, right).statusCode()).isEqualTo(302);
        HttpResponse<String> second = post(county(), asking, Map.of("kind", "OTHER", "reason", "换集合点"));
        assertThat(second.statusCode()).isEqualTo(409);
        String list = get("/requests").body();
        assertThat(list).contains(OWN.id(), "又来了两个人", OWN.headcount() + " → " + (OWN.headcount() + 2));
        String id = list.replaceFirst("(?s).*/requests/(\\d+)/accept.*", "$1");
        assertThat(get(otherCounty(), "/requests").body()).doesNotContain(OWN.id());

        assertThat(post(county(), "/requests/" + id + "/accept", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(post(otherCounty(), "/requests/" + id + "/take-back", Map.of())
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> mute = post("/requests/" + id + "/decline", Map.of());
        assertThat(mute.statusCode()).isEqualTo(400);
        assertThat(post("/requests/" + id + "/accept", Map.of("answer", "好")).statusCode())
                .isEqualTo(302);
        assertThat(post("/requests/" + id + "/decline", Map.of("answer", "迟了")).statusCode())
                .isEqualTo(409);
        assertThat(get(county(), "/groups/" + OWN.id()).body()).contains("变更已同意", "好");
        assertThat(get("/groups/" + OWN.id()).body()).contains("#replan");
    }

    @Test
    @Order(7)
    void receiverConfirmsWhoCame() throws Exception {
        String page = get(employer(), "/arrivals").body();
        assertThat(page).contains(OWN.id()).doesNotContain(OTHER.id());
        var ride = publications.told(ALL, OWN.id()).orElseThrow().rides().get(0);
        long plan = publications.list().get(0).planId();
        String day = new Format(Locale.ROOT).date(ride.alightAt());
        Map<String, String> fewer = new HashMap<>(Map.of(
                "day",
                day,
                "plan",
                String.valueOf(plan),
                "group",
                OWN.id(),
                "vehicle",
                ride.vehicle(),
                "planned",
                "42",
                "received",
                "40",
                "at",
                "2024-02-18T09:00",
                "remark",
                ""));
        HttpResponse<String> unexplained = post(employer(), "/arrivals", fewer);
        assertThat(unexplained.statusCode()).isEqualTo(400);
        assertThat(unexplained.body()).contains("请在备注里说明", "value=\"40\"");
        fewer.put("remark", "两人未上车");
        assertThat(post(employer(), "/arrivals", fewer).statusCode()).isEqualTo(302);
        assertThat(post(employer(), "/arrivals", fewer).statusCode()).isEqualTo(409);
        assertThat(get(employer(), "/arrivals/list.csv?day=" + day).body()).contains("两人未上车");
        assertThat(get(county(), "/groups/" + OWN.id()).body()).contains("两人未上车");
        assertThat(get(as(Role.RECEIVER), "/arrivals/list.csv?day=" + day).body())
                .doesNotContain(OWN.id());

        String id =
                get(employer(), "/arrivals?day=" + day).body().replaceFirst("(?s).*/arrivals/(\\d+)/take-back.*", "$1");
        assertThat(post(employer(), "/arrivals/" + id + "/take-back", Map.of("day", day))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(as(Role.RECEIVER), "/arrivals/" + id + "/take-back", Map.of("day", day, "remark", "不是我的"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(post(employer(), "/arrivals/" + id + "/take-back", Map.of("day", day, "remark", "数错了"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(get("/arrivals?day=" + day).body()).contains("确认交接");
    }

    @Test
    @Order(8)
    void deadlineIsSetByTheDispatcher() throws Exception {
        assertThat(post("/submissions/deadline", Map.of("days", "61")).statusCode())
                .isEqualTo(400);
        assertThat(post("/submissions/deadline", Map.of("days", "5")).statusCode())
                .isEqualTo(302);
        assertThat(get(county(), "/groups/" + OWN.id()).body())
                .contains(new Format(Locale.SIMPLIFIED_CHINESE)
                        .dayOfYear(OWN.preferredDate().minusDays(5)));
    }

    @Test
    @Order(9)
    void everyPageIsThereInEnglishToo() throws Exception {
        for (String path : List.of(
                "/groups/" + OWN.id(), "/groups/" + OWN.id() + "/notice", "/submissions", "/requests", "/arrivals")) {
            HttpResponse<String> page = get(path + "?lang=en");
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).contains("lang=\"en\"").doesNotContain("??");
        }
        get("/groups?lang=zh-CN");
    }
}
