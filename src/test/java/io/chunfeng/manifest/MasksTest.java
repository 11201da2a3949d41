package io.chunfeng.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTest {
    @ParameterizedTest
    @CsvSource({"张三,张*", "张三丰,张**", "欧阳娜娜,欧***", "𠮷田,𠮷*", "A,*"})
    void names(String name, String masked) {
        assertThat(Masks.name(name)).isEqualTo(masked);
    }

    /** Neither the county (digits 4 to 6) nor the birth date stays; as many stars as signs are hidden. */
    @ParameterizedTest
    @CsvSource({
        "149999190101010010,149***********0010",
        "ABC123456789012,ABC********9012",
        "E12345678,E******78",
        "12,**"
    })
    void numbers(String number, String masked) {
        assertThat(Masks.number(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"13800001234,138****1234", "0351-1234567,**********67"})
    void phones(String phone, String masked) {
        assertThat(Masks.phone(phone)).isEqualTo(masked);
    }
}
