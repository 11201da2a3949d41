package io.chunfeng.plan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chunfeng.plan.PlanningProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no such files at all: each gives one clear exception and nothing else. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BadFileTest {
    private static final long MB_200 = 200_000_000;

    private static FormatException fault(byte[] bytes) {
        return catchThrowableOfType(
                FormatException.class, () -> ProblemReader.read(new ByteArrayInputStream(bytes), "bad.json"));
    }

    private static FormatException fault(String text) {
        return fault(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyPrefixOfAFileIsOneClearProblem() {
        byte[] whole = FullFiles.PROBLEM.strip().getBytes(StandardCharsets.UTF_8);
        for (int length = 1; length < whole.length; length++) {
            FormatException e = fault(java.util.Arrays.copyOf(whole, length));
            assertThat(e).as("prefix of %d bytes", length).isNotNull();
            assertThat(e.problems()).as("prefix of %d bytes", length).hasSize(1);
            assertThat(e.problems().get(0).message()).contains("line ").contains("column ");
        }
    }

    @Test
    void everyPrefixOfAPlanToo() {
        byte[] whole = FullFiles.PLAN.strip().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] prefix = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> PlanReader.read(new ByteArrayInputStream(prefix), "bad.json"))
                    .isInstanceOf(FormatException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "null",
                "[]",
                "5",
                "\"text\"",
                "{} {}",
                "{]",
                "{\"id\":NaN}",
                "{'id':1}",
                "{\"id\":1,}"
            })
    void notAnObject(String text) {
        assertThat(fault(text)).hasMessageContaining("bad.json: $");
    }

    @Test
    void binaryNoise() {
        for (int seed = 0; seed < 200; seed++) {
            byte[] noise = new byte[1000];
            new Random(seed).nextBytes(noise);
            assertThat(fault(noise)).as("seed %d", seed).isNotNull();
        }
    }

    @Test
    void otherEncodings() {
        String text = FullFiles.PROBLEM;
        PlanningProblem expected = FullFiles.problem(text);
        for (Charset charset : new Charset[] {
            StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("UTF-32")
        }) {
            PlanningProblem read = ProblemReader.read(new ByteArrayInputStream(text.getBytes(charset)), "x");
            assertThat(read).usingRecursiveComparison().isEqualTo(expected);
        }
        assertThat(FullFiles.problem("\uFEFF" + text))
                .usingRecursiveComparison()
                .isEqualTo(expected);
        assertThat(fault(text.getBytes(Charset.forName("GBK")))).hasMessageContaining("UTF-8");
    }

    @Test
    void noFileAndAFolder(@TempDir Path folder) {
        assertThatThrownBy(() -> ProblemReader.read(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> ProblemReader.read(folder.resolve("x.json")))
                .hasMessage("x.json: $: there is no such file");
    }

    /** Repeats a piece of text until so many bytes have been read; nothing of it is ever held whole. */
    private static InputStream endless(String head, String piece, long bytes) {
        byte[] repeated = piece.repeat(65_536 / piece.length() + 1).getBytes(StandardCharsets.UTF_8);
        byte[] first = head.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                if (at >= bytes) {
                    return -1;
                }
                return at < first.length
                        ? first[(int) at++]
                        : repeated[(int) ((at++ - first.length) % repeated.length)];
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (at < first.length) {
                    into[offset] = (byte) read();
                    return 1;
                }
                int position = (int) ((at - first.length) % repeated.length);
                int n = (int) Math.min(Math.min(length, repeated.length - position), bytes - at);
                if (n <= 0) {
                    return -1;
                }
                System.arraycopy(repeated, position, into, offset, n);
                at += n;
                return n;
            }
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\" | x",
                "` ` | ` `",
                "[ | [",
                "{\"id\": | {\"a\":",
                "{\"id\": | 9",
                "{ | \"unknown\":1,",
                "{\"groups\":[0 | ,0",
                "{\"groups\":[{} | ,{}",
                "{\"places\":[[] | ,[]",
                "{\"groups\":[{\"modes\":[1 | ,1",
                "{\"matrix\":{\"metres\":[[0 | ,0",
                "{\"matrix\":{\"metres\":[[] | ,[]",
                "{\"matrix\":{\"placeIds\":[\"a\" | ,\"a\"",
                "{\"rules\":{\"x\":1 | ,\"x\":1",
            })
    void huge(String head, String piece) {
        assertThatThrownBy(() -> ProblemReader.read(endless(head, piece, MB_200), "huge.json"))
                .isInstanceOf(FormatException.class);
    }

    @Test
    void hugeOnDisk(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("huge.json");
        try (InputStream in = endless("{\"format\":\"chunfeng-problem/1\",\"groups\":[{}", ",{\"id\":5}", MB_200)) {
            Files.copy(in, file);
        }
        assertThat(Files.size(file)).isEqualTo(MB_200);
        FormatException e = catchThrowableOfType(FormatException.class, () -> ProblemReader.read(file));
        assertThat(e.problems()).hasSize(Problems.KEPT + 1);
        assertThat(e.problems().get(Problems.KEPT).message())
                .isEqualTo("and 9800 or more problems; correct these first");
    }

    @Test
    void aMatrixOfManyPlacesIsRead() {
        int n = 1000;
        StringBuilder json = new StringBuilder("{\"format\":\"chunfeng-problem/1\",\"id\":\"p\",\"name\":\"n\",")
                .append("\"asOf\":\"2024-02-15T08:00:00+08:00\",\"groups\":[],\"places\":[");
        for (int i = 0; i < n; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"")
                    .append(i)
                    .append("\",\"name\":\"x\",\"adminCode\":\"140100\",\"lon\":112,\"lat\":37}");
        }
        json.append("],\"matrix\":{");
        for (String part : new String[] {"metres", "seconds"}) {
            json.append("\"").append(part).append("\":[");
            for (int i = 0; i < n; i++) {
                json.append(i == 0 ? "[" : ",[");
                for (int j = 0; j < n; j++) {
                    json.append(j == 0 ? "" : ",").append(i == j ? 0 : 1000 + i + j);
                }
                json.append("]");
            }
            json.append("],");
        }
        json.append("\"placeIds\":[");
        for (int i = 0; i < n; i++) {
            json.append(i == 0 ? "" : ",").append("\"").append(i).append("\"");
        }
        PlanningProblem problem = FullFiles.problem(json.append("]}}").toString());
        assertThat(problem.matrix().metres()[999][1]).isEqualTo(2000);
        assertThat(problem.matrix().expressway()[999][1]).isZero();
    }

    @Test
    void anotherFormatIsNotReadOn() {
        assertThat(fault(FullFiles.PLAN).lines())
                .containsExactly("bad.json: $.format: is \"chunfeng-plan/1\", expected \"chunfeng-problem/1\";"
                        + " nothing else of the file was read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"headcount\":20 | \"headcount\":0 | $.groups[0].headcount",
                "\"wheelchairs\":1,`` | \"wheelchairs\":21, | $.groups[0].wheelchairs",
                "\"minPart\":5 | \"minPart\":21 | $.groups[0].minPart",
                "\"priority\":2 | \"priority\":4 | $.groups[0].priority",
                "\"to\":\"d\",\"headcount\" | \"to\":\"a\",\"headcount\" | $.groups[0].to",
                "[\"COACH\",\"RAIL\"] | [] | $.groups[0].modes",
                "[\"COACH\",\"RAIL\"] | [\"COACH\",\"COACH\"] | $.groups[0].modes[1]",
                "\"latestArrival\":\"2024-02-19 | \"latestArrival\":\"2024-02-16 | $.groups[0].latestArrival",
                "\"availableUntil\":\"2024-02-25 | \"availableUntil\":\"2024-02-15 | $.coachPools[0].availableUntil",
                "\"lon\":114.09,\"lat\":40.42 | \"lon\":40.42,\"lat\":114.09 | $.places[0].lon",
                "\"lon\":114.09 | \"lon\":181 | $.places[0].lon",
                "\"id\":\"b\" | \"id\":\"a\" | $.places[1].id",
                "\"id\":\"f1\" | \"id\":\"t1\" | $.flights[0].id",
                "\"depart\":\"2024-02-17T14:20 | \"depart\":\"2024-02-17T13:20 | $.trainServices[0].calls[0].depart",
                "\"arrive\":\"2024-02-17T19:00 | \"arrive\":\"2024-02-17T14:20 | $.trainServices[0].calls[1].arrive",
                "\"maxCarriages\":10 | \"maxCarriages\":0 | $.trainServices[0].maxCarriages",
                "\"arrive\":\"2024-02-18T10:30 | \"arrive\":\"2024-02-18T09:00 | $.flights[0].arrive",
                "\"minPassengers\":100 | \"minPassengers\":151 | $.flights[0].minPassengers",
                "\"placeIds\":[\"a\",\"b\" | \"placeIds\":[\"a\",\"a\" | $.matrix.placeIds[1]",
                "\"placeIds\":[\"a\",\"b\" | \"placeIds\":[\"a\",\"x\" | $.matrix.placeIds[1]",
                "\"placeIds\":[\"a\",\"b\" | \"placeIds\":[\"a\",\"x\" | $.matrix.placeIds",
                "[[0,70000,400000,450000] | [[0,70000,400000] | $.matrix.metres[0]",
                "[[0,70000,400000,450000], | [ | $.matrix.metres",
                "[[0,70000 | [[1,70000 | $.matrix.metres[0][0]",
                "[[0,70000 | [[0,null | $.matrix.metres[0][1]",
                "[[0,70000 | [[0,-1 | $.matrix.metres[0][1]",
                "[[0,70000 | [[0,70000.5 | $.matrix.metres[0][1]",
                "[[0,70000 | [[0,70000000000 | $.matrix.metres[0][1]",
                "[[0,3600 | [[0,null | $.matrix.seconds[0][1]",
                "[[0,0.5 | [[0,1.01 | $.matrix.expressway[0][1]",
                "[[0,0.5 | [[0,null | $.matrix.expressway[0][1]",
                "\"maxRideRatio\":1.5 | \"maxRideRatio\":0.99 | $.rules.maxRideRatio",
                "\"maxDrivers\":2 | \"maxDrivers\":0 | $.rules.maxDrivers",
                "{\"1\":2 | {\"0\":2 | $.rules.weights.unservedByPriority.0",
                "\"poolId\":\"k1\" | \"poolId\":\"k2\" | $.pinned.coachTrips[0].poolId",
                "\"vehicle\":\"c1\" | \"vehicle\":\"c2\" | $.pinned.journeys[0].legs[0].vehicle",
                "\"headcount\":10 | \"headcount\":21 | $.pinned.journeys[0].headcount",
                "\"emergency\":true | \"emergency\":true,\"emergency\":true | $.emergency",
                "\"minPart\":5 | \"minPart\":5,\"minPart\":5 | $.groups[0].minPart",
            })
    void oneThingWrong(String right, String wrong, String path) {
        String was = right.replace("`", "");
        assertThat(FullFiles.PROBLEM).contains(was);
        int at = FullFiles.PROBLEM.indexOf(was);
        String json = FullFiles.PROBLEM.substring(0, at) + wrong + FullFiles.PROBLEM.substring(at + was.length());
        FormatException e = fault(json);
        assertThat(e).isNotNull();
        assertThat(e.problems()).anyMatch(problem -> problem.jsonPath().equals(path));
        assertThat(e.problems()).hasSizeLessThan(12);
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        FormatException e = fault(FullFiles.PROBLEM
                .replace("\"headcount\":20", "\"headcount\":-20")
                .replace("\"dispatchYuan\":600.5", "\"dispatchYuan\":600.505")
                .replace("\"from\":\"a\",\"to\":\"d\"", "\"from\":\"x\",\"to\":\"d\",\"extra\":1")
                .replace("\"lat\":39.04", "\"lat\":139.04"));
        assertThat(e.problems())
                .extracting(FormatProblem::jsonPath)
                .contains(
                        "$.groups[0].headcount",
                        "$.coachPools[0].dispatchYuan",
                        "$.groups[0].from",
                        "$.groups[0].extra",
                        "$.places[3].lat");
    }
}
