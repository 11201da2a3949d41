package io.chunfeng.manifest;

import static io.chunfeng.manifest.TestPersons.withCheckDigit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forgiving in form, strict in meaning. */
class PassengerReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 2, 1);
    private static final LocalDate DAY = LocalDate.of(2024, 2, 17);
    private static final PassengerReader READER = new PassengerReader(TODAY, DAY);

    private final List<PassengerFault> faults = new ArrayList<>();

    @Test
    void readsWhatIsWrittenPlainly() {
        Passenger read = read("测试甲", "居民身份证", TestPersons.id(7), "13800001234", "领队", "否", "靠窗");
        assertThat(faults).isEmpty();
        assertThat(read)
                .isEqualTo(new Passenger(
                        "测试甲",
                        new Document(DocumentKind.RESIDENT_ID, TestPersons.id(7)),
                        "13800001234",
                        PassengerRole.ESCORT,
                        false,
                        "靠窗"));
    }

    @Test
    void formsThatMeanTheSameAreTheSame() {
        String id = endingIn('X');
        String spaced = id.substring(0, 6) + " " + id.substring(6, 14) + "　" + id.substring(14);
        String fullWidth = id.chars()
                .mapToObj(c -> String.valueOf((char) (c == 'X' ? 'ｘ' : c + 0xFEE0)))
                .reduce("", String::concat);
        for (String form : List.of(
                id,
                id.toLowerCase(),
                "'" + id,
                "‘" + id,
                spaced,
                fullWidth,
                "\u200B" + id + "\u00A0",
                id.replace("X", "×"),
                id.substring(0, 6) + "-" + id.substring(6))) {
            assertThat(read(form).document()).as(form).isEqualTo(new Document(DocumentKind.RESIDENT_ID, id));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "张　三,张三",
        "' 张三 ',张三",
        "'张 三 丰',张三丰",
        "阿依古丽•买买提,阿依古丽·买买提",
        "阿依古丽 . 买买提,阿依古丽·买买提",
        "Anna  Maria Test,Anna Maria Test",
        "㐂𠮷,㐂𠮷",
        "李xiao,李xiao"
    })
    void namesKeepTheirDotsAndLoseTheirGaps(String typed, String name) {
        Passenger read = read(typed, "", TestPersons.id(1), "", "", "", "");
        assertThat(faults).isEmpty();
        assertThat(read.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张", "张三1", "13800001234", "#N/A", "张三/李四", "=1+1"})
    void whatIsNoName(String typed) {
        assertThat(codes(typed, "", TestPersons.id(1), "", "", "", "")).containsExactly("name.form");
    }

    @Test
    void everyOneOfTheElevenCheckDigitsIsKnown() {
        assertThat("0123456789X".chars().mapToObj(c -> endingIn((char) c)))
                .hasSize(11)
                .allSatisfy(id -> assertThat(read(id)).isNotNull());
    }

    /** Each other last digit is refused, and each two neighbours that are exchanged. */
    @Test
    void slipsOfTheFingerAreFound() {
        String id = TestPersons.id(123);
        for (char last : "0123456789X".toCharArray()) {
            if (last != id.charAt(17)) {
                assertThat(codes(id.substring(0, 17) + last)).containsExactly("number.checkDigit");
            }
        }
        assertThat(codes(id.substring(0, 15) + id.charAt(16) + id.charAt(15) + id.charAt(17)))
                .containsExactly("number.checkDigit");
    }

    @ParameterizedTest
    @CsvSource({
        "14999919010229001,number.birth",
        "14999919000229001,number.birth",
        "14999919011301001,number.birth",
        "14999919010132001,number.birth",
        "14999919010100001,number.birth",
        "14999918991231001,number.birth",
        "14999900010101001,number.birth",
        "14999920240202001,number.future",
        "14999920991231001,number.future",
        "99999919010101001,number.kind.PERMANENT_RESIDENCE",
        "16999919010101001,number.area",
        "00000019010101001,number.area",
        "81000019010101001,number.kind.RESIDENCE_PERMIT",
        "83000019010101001,number.kind.RESIDENCE_PERMIT"
    })
    void datesAndAreasMustExist(String seventeen, String code) {
        assertThat(codes("测试甲", "居民身份证", withCheckDigit(seventeen), "", "", "", ""))
                .containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14999919000101001", "14999920000229001", "14999920240201001", "71999919010101001"})
    void edgesThatExist(String seventeen) {
        assertThat(read(withCheckDigit(seventeen))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "149999010101001,number.old",
        "14999919010101001,number.length",
        "1499991901010100100,number.length",
        "1.49999E+17,number.precision",
        "1.49999190101001E17,number.precision",
        "149999190101010000,number.precision",
        "E12345678,kind.missing",
        "'',number.missing"
    })
    void numbersThatWereCutAreNamedAsSuch(String number, String code) {
        assertThat(codes(number)).containsExactly(code);
        if (!code.equals("kind.missing")) {
            faults.clear();
            assertThat(codes("测试甲", "身份证", number, "", "", "", "")).containsExactly(code);
        }
    }

    @Test
    void aNumberThatReallyEndsInNoughtsIsTaken() {
        String noughts = IntStream.range(1, 366)
                .mapToObj(day -> TestPersons.id(LocalDate.ofYearDay(1901, day), 100))
                .filter(id -> id.endsWith("1000"))
                .findFirst()
                .orElseThrow();
        assertThat(read(noughts)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "护照,e 12345678,PASSPORT,E12345678",
        "passport,AB1234567,PASSPORT,AB1234567",
        "回乡证,h1234567801,HONG_KONG_MACAO_PERMIT,H1234567801",
        "台胞证,12345678,TAIWAN_PERMIT,12345678",
        "外国人永久居留身份证,abc123456789012,PERMANENT_RESIDENCE,ABC123456789012"
    })
    void otherDocuments(String kind, String typed, DocumentKind expected, String number) {
        Document document = read("测试甲", kind, typed, "", "", "", "").document();
        assertThat(document).isEqualTo(new Document(expected, number));
        assertThat(document.birthDate()).isEmpty();
        assertThat(document.sex()).isEmpty();
    }

    @Test
    void documentsOfEighteenSignsAreToldApart() {
        assertThat(read(withCheckDigit("81000019010101001")).document().kind())
                .isEqualTo(DocumentKind.RESIDENCE_PERMIT);
        assertThat(read(withCheckDigit("93184019010101001")).document().kind())
                .isEqualTo(DocumentKind.PERMANENT_RESIDENCE);
        assertThat(codes("测试甲", "居住证", TestPersons.id(1), "", "", "", ""))
                .containsExactly("number.form.RESIDENCE_PERMIT");
        faults.clear();
        assertThat(codes("测试甲", "会员卡", TestPersons.id(1), "", "", "", "")).containsExactly("kind.unknown");
    }

    @Test
    void birthAndSexStandInTheNumber() {
        Document man = read(TestPersons.id(LocalDate.of(1901, 2, 3), 15)).document();
        assertThat(man.birthDate()).contains(LocalDate.of(1901, 2, 3));
        assertThat(man.sex()).contains(Sex.MALE);
        assertThat(read(TestPersons.id(LocalDate.of(1901, 2, 3), 16)).document().sex())
                .contains(Sex.FEMALE);
    }

    @ParameterizedTest
    @CsvSource({
        "138 0000 1234,13800001234",
        "+86 13800001234,13800001234",
        "0086-13800001234,13800001234",
        "8613800001234,13800001234",
        "13800001234.0,13800001234",
        "１３８００００１２３４,13800001234",
        "(0351)1234567,0351-1234567",
        "010-12345678,010-12345678"
    })
    void phonesInManyForms(String typed, String phone) {
        assertThat(read("测试甲", "", TestPersons.id(1), typed, "", "", "").phone())
                .isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1380000123", "138000012345", "12800001234", "1.38E+10", "12345", "无", "13800001234/13900001234"
            })
    void whatIsNoPhone(String typed) {
        assertThat(codes("测试甲", "", TestPersons.id(1), typed, "", "", "")).containsExactly("phone.form");
    }

    @Test
    void anEscortCanBeCalled() {
        assertThat(read("测试甲", "", TestPersons.id(1), "", "", "", "").phone()).isNull();
        assertThat(codes("测试甲", "", TestPersons.id(1), "", "领队", "", "")).containsExactly("phone.missing");
    }

    /** Six on the day of travel takes a seat; six on the day after does not. */
    @Test
    void infantsAreYoungerThanSixOnTheDay() {
        assertThat(codes("测试婴", "", TestPersons.id(LocalDate.of(2018, 2, 17), 1), "", "婴儿", "", ""))
                .containsExactly("role.age");
        faults.clear();
        assertThat(read("测试婴", "", TestPersons.id(LocalDate.of(2018, 2, 18), 1), "", "婴儿", "", "")
                        .role())
                .isEqualTo(PassengerRole.INFANT);
        assertThat(read("测试婴", "", "", "", "婴幼儿", "", "").document()).isNull();
        assertThat(codes("测试婴", "", "", "", "婴幼儿", "是", "")).containsExactly("wheelchair.infant");
    }

    @Test
    void everythingWrongIsToldAtOnceAndNothingThatWasTyped() {
        codes("9", "卡", "X", "7", "司机", "也许", "长".repeat(101));
        assertThat(faults)
                .extracting(PassengerFault::field)
                .containsExactly("name", "role", "kind", "phone", "wheelchair", "remark");
        TypedPassenger typed = new TypedPassenger("测试甲", "", TestPersons.id(1), "13800001234", "", "", "秘密");
        Passenger passenger = READER.read(typed, faults);
        assertThat(typed + " " + passenger + " " + passenger.document())
                .doesNotContain("测试甲", TestPersons.id(1), "13800001234", "秘密");
    }

    @Test
    void wheelchairsInManyWords() {
        for (String yes : List.of("是", "有", "√", "1", "y", "轮椅")) {
            assertThat(read("测试甲", "", TestPersons.id(1), "", "", yes, "").wheelchair())
                    .isTrue();
        }
        for (String no : List.of("", "否", "无", "0", "n", "　")) {
            assertThat(read("测试甲", "", TestPersons.id(1), "", "", no, "").wheelchair())
                    .isFalse();
        }
    }

    private Passenger read(String number) {
        return read("测试甲", "", number, "", "", "", "");
    }

    private Passenger read(
            String name, String kind, String number, String phone, String role, String wheelchair, String remark) {
        Passenger read = READER.read(new TypedPassenger(name, kind, number, phone, role, wheelchair, remark), faults);
        assertThat(faults).isEmpty();
        return read;
    }

    private List<String> codes(String number) {
        return codes("测试甲", "", number, "", "", "", "");
    }

    private List<String> codes(
            String name, String kind, String number, String phone, String role, String wheelchair, String remark) {
        faults.clear();
        assertThat(READER.read(new TypedPassenger(name, kind, number, phone, role, wheelchair, remark), faults))
                .isNull();
        return faults.stream().map(PassengerFault::code).toList();
    }

    private static String endingIn(char digit) {
        return IntStream.range(0, 900)
                .mapToObj(TestPersons::id)
                .filter(id -> id.charAt(17) == digit)
                .findFirst()
                .orElseThrow();
    }
}
