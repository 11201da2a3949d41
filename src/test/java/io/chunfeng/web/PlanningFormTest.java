package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Campaign;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanningFormTest {
    private static final Campaign CAMPAIGN = new Campaign(
            "c",
            "2024年春风行动",
            "山西",
            LocalDate.of(2024, 1, 25),
            LocalDate.of(2024, 4, 8),
            LocalDate.of(2024, 2, 10),
            LocalDate.of(2024, 2, 17),
            LocalDate.of(2024, 2, 18));

    @Test
    void defaultsToThePeakAsSeenToday() {
        PlanningForm form = PlanningForm.defaults(
                CAMPAIGN, Instant.parse("2024-02-01T04:05:06Z"), List.of("overnight.xml", "quick.xml", "standard.xml"));
        assertThat(form)
                .isEqualTo(new PlanningForm("2024-02-17", "2024-02-18", "2024-02-01T12:05", "standard.xml", "60", "1"));
    }

    @Test
    void aSeasonThatIsOverIsPlannedFromItsFirstDay() {
        PlanningForm form =
                PlanningForm.defaults(CAMPAIGN, Instant.parse("2026-11-22T00:00:00Z"), List.of("quick.xml"));
        assertThat(form.asOf()).isEqualTo("2024-01-25T00:00");
        assertThat(form.config()).isEqualTo("quick.xml");
    }

    @Test
    void readsWhatWasTyped() {
        Map<String, String> errors = PlanningForm.noErrors();
        var request = new PlanningForm("2024-02-17", " 2024-02-18 ", "2024-01-25T00:00", "quick.xml", "60", "-7")
                .read(errors);
        assertThat(errors).isEmpty();
        assertThat(request.asOf()).isEqualTo(Instant.parse("2024-01-24T16:00:00Z"));
        assertThat(request.seconds()).isEqualTo(60);
        assertThat(request.seed()).isEqualTo(-7);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Map<String, String> errors = PlanningForm.noErrors();
        assertThat(new PlanningForm("17.2.2024", null, "", "quick.xml", "86401", "x").read(errors))
                .isNull();
        assertThat(errors).containsOnlyKeys("from", "to", "asOf", "seconds", "seed");
    }

    @Test
    void theLastDayMayNotLieBeforeTheFirst() {
        Map<String, String> errors = PlanningForm.noErrors();
        new PlanningForm("2024-02-18", "2024-02-17", "2024-01-25T00:00", "quick.xml", "60", "1").read(errors);
        assertThat(errors).containsExactly(Map.entry("to", "planning.error.order"));
    }
}
