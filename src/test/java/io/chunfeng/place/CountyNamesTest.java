package io.chunfeng.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counties by code and by what people write. */
class CountyNamesTest {
    private static final CountyNames NAMES = new CountyNames(AdminCodes.all());

    private static CountyMatch find(String typed, String city) {
        return NAMES.find(typed, city, List.of());
    }

    private static String found(CountyMatch match) {
        return match instanceof CountyMatch.Found found
                ? found.county().code()
                : match.getClass().getSimpleName();
    }

    @ParameterizedTest
    @CsvSource({
        "140105, '', 140105",
        "１４０１０５, '', 140105",
        "140105000000, '', 140105",
        "小店区, '', 140105",
        "小 店, '', 140105",
        "太原市小店区, '', 140105",
        "太原小店, '', 140105",
        "山西省太原市小店区, '', 140105",
        "山西小店区, '', 140105",
        "鼓楼区, 徐州, 320302",
        "徐州市鼓楼区, '', 320302",
        "江苏徐州鼓楼, '', 320302",
        "城区, 阳泉市, 140302",
        "城区, 1403, 140302",
        "东莞市, '', 441900",
        "广东东莞, '', 441900",
        "441900, '', 441900",
        "海淀区, 北京, 110108",
        "北京市海淀区, '', 110108",
        "140726, '', 140726",
        "太谷县, '', 140726",
        "太谷, '', 140703",
        "140703, '', 140703"
    })
    void oneCounty(String typed, String city, String expected) {
        assertThat(found(find(typed, city))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "鼓楼区, '', Several",
        "城区, '', Several",
        "太原市, '', TooWide",
        "140100, '', TooWide",
        "山西省, '', TooWide",
        "140171, '', FunctionalZone",
        "140199, '', Unknown",
        "小店县城关镇, '', Unknown",
        "小店区, 大同, Unknown",
        "'', '', Unknown"
    })
    void notOneCounty(String typed, String city, String expected) {
        assertThat(found(find(typed, city))).isEqualTo(expected);
    }

    @Test
    void ofSeveralThePreferredOneIsMeant() {
        CountyMatch inJiangsu = NAMES.find(
                "鼓楼区",
                "",
                List.of(
                        a -> false,
                        a -> a.code().startsWith("3203"),
                        a -> a.code().startsWith("35")));
        assertThat(found(inJiangsu)).isEqualTo("320302");
        CountyMatch stillTwo = NAMES.find("鼓楼区", "", List.of(a -> a.code().startsWith("32")));
        assertThat(found(stillTwo)).isEqualTo("Several");
    }

    @Test
    void didYouMean() {
        CountyMatch match = find("小典区", "太原");
        assertThat(((CountyMatch.Unknown) match).similar())
                .extracting(AdminArea::name)
                .contains("小店区");
    }

    @Test
    void shanxiHas117CountiesAndNoZones() {
        assertThat(AdminCodes.all().counties())
                .filteredOn(c -> c.code().startsWith("14"))
                .hasSize(117);
        assertThat(AdminCodes.all().find("140171")).isEmpty();
        assertThat(AdminCodes.all().otherCode("140726")).contains("140703");
        assertThat(AdminCodes.all().otherCode("140703")).contains("140726");
        assertThat(AdminCodes.all().otherCode("140105")).isEmpty();
        assertThat(AdminCodes.all().path("140105")).isEqualTo("山西省太原市小店区");
        assertThat(AdminCodes.isFunctionalZone("140171")).isTrue();
        assertThat(AdminCodes.isFunctionalZone("140105")).isFalse();
    }
}
