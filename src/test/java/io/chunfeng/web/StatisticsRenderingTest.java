package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.chunfeng.dispatch.Boardings;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrip.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

/** The pages as HTML: real templates, layout and words. */
class StatisticsRenderingTest {
    private static final Instant SATURDAY = Instant.parse("2024-02-17T08:30:00+08:00");

    @Test
    void theFormAsPrinted() throws Exception {
        String html = html("/statistics?asOf=2024-02-22T18:00", Locale.SIMPLIFIED_CHINESE);
        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("<th scope=\"col\" rowspan=\"2\" class=\"city\">市级名称</th>")
                .contains("<th scope=\"colgroup\" colspan=\"5\">招聘活动情况</th>")
                .contains("<th scope=\"colgroup\" colspan=\"7\">包车、专列（包车厢）、包机运送情况</th>")
                .contains("<th scope=\"colgroup\" colspan=\"3\">支持返乡创业情况</th>")
                .contains("<th scope=\"col\" rowspan=\"2\">用于开展各类招聘活动使用资金数量（单位：万元）</th>")
                .contains("<th scope=\"colgroup\" colspan=\"2\">各县（市、区）招聘活动情况</th>")
                .contains("<th scope=\"col\">专列（含包车厢）运送人次</th>")
                .contains("<th scope=\"row\" class=\"city\">吕梁市</th>")
                .contains("主程口径——每人每个单程计1人次")
                .doesNotContain("??");
        // 7 spanning cells and 17 below; a row for each of 11 cities, with 12 entered cells
        assertThat(html.split("<th scope=\"col", -1)).hasSize(1 + 7 + 17);
        assertThat(html.split("<td class=\"entered\"></td>", -1)).hasSize(1 + 12 * 12);
    }

    @Test
    void figuresOpenTheirTrips() throws Exception {
        assertThat(html("/statistics?asOf=2024-02-22T18:00", Locale.SIMPLIFIED_CHINESE))
                .contains("href=\"/statistics/trips?asOf=2024-02-22T18:00&amp;city=1411&amp;column=9\">1,040</a>")
                .contains("href=\"/statistics/T-2024-SX.xlsx?asOf=2024-02-22T18:00\"")
                .contains("aria-current=\"true\">02-22 18:00</a>");
        assertThat(html("/statistics/trips?asOf=2024-02-22T18:00&city=1411&column=9", Locale.SIMPLIFIED_CHINESE))
                .contains("吕梁市：专车运送人次")
                .contains("<a href=\"/plans/3\">方案 #3</a>")
                .contains("02-17（正月初八）周六 08:30")
                .contains("吕梁 &lt;汽运&gt;")
                .contains("计入本格</span><span>（人次）</span>")
                .doesNotContain("??");
    }

    @Test
    void englishWordsAroundTheChineseForm() throws Exception {
        assertThat(html("/statistics?rule=EVERY_BOARDING", Locale.ENGLISH))
                .contains("Boarding rule")
                .contains("市级名称")
                .contains("Counting: Boarding rule – every boarding counts in its own mode")
                .doesNotContain("??");
        assertThat(html("/statistics/trips?city=1401&column=8", Locale.ENGLISH))
                .contains("No trip counts here.")
                .doesNotContain("??");
    }

    @Test
    void withNothingThatRanThePageSaysWhatToDo() throws Exception {
        assertThat(html("/statistics?asOf=2024-02-15T18:00", Locale.SIMPLIFIED_CHINESE))
                .contains("还没有标记为“已运行”的趟次");
    }

    private static String html(String address, Locale locale) throws Exception {
        MockMvc pages = StatisticsPages.of(
                List.of(new RanTrip(
                        "3/c1",
                        3,
                        "c1",
                        Kind.COACH,
                        "吕梁 <汽运>",
                        0,
                        SATURDAY,
                        List.of(Boardings.main("g", "141124", 1040)))),
                locale);
        return pages.perform(get(address).locale(locale))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
