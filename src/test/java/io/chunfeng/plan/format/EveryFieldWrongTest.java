package io.chunfeng.plan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes valid files that use every field and makes each field wrong in each way; the problem must name its path. */
class EveryFieldWrongTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** Fields that may be left out, by their last name under their part. */
    private static final Set<String> OPTIONAL = Set.of(
            "$.emergency",
            "$.matrix",
            "$.coachPools",
            "$.trainServices",
            "$.flights",
            "$.rules",
            "$.pinned",
            "$.published",
            "$.mapSha256",
            "$.codeVersion",
            "$.places[].crs",
            "$.matrix.expressway",
            "$.groups[].wheelchairs",
            "$.groups[].preferredDate",
            "$.groups[].modes",
            "$.groups[].minPart",
            "$.groups[].priority",
            "$.groups[].employer",
            "$.coachPools[].wheelchairSpaces",
            "$.coachPools[].outages",
            "$.trainServices[].wheelchairSpacesPerCarriage",
            "$.flights[].wheelchairSpaces",
            "$.pinned.coachTrips",
            "$.pinned.trainBookings",
            "$.pinned.flightBookings",
            "$.pinned.journeys",
            "$.pinned.journeys[].wheelchairs",
            "$.published.coachTrips",
            "$.published.trainBookings",
            "$.published.flightBookings",
            "$.published.journeys",
            "$.published.journeys[].wheelchairs",
            "$.score.parts.changeYuan",
            "$.journeys[].wheelchairs",
            "$.unserved[].wheelchairs",
            "$.unserved[].remedy.details");

    private static final Set<String> NULLABLE =
            Set.of("$.matrix", "$.mapSha256", "$.codeVersion", "$.groups[].preferredDate", "$.groups[].employer");

    private static final Set<String> MAY_BE_NEGATIVE = Set.of("lon", "lat", "seed");
    private static final Set<String> NOT_WHOLE =
            Set.of("lon", "lat", "maxRideRatio", "loadFactor", "loadedKm", "emptyKm", "passengerHours");

    private static final Set<String> PLACES =
            Set.of("from", "to", "depot", "place", "board", "alight", "fromPlace", "toPlace");
    private static final Set<String> IDS = Set.of("poolId", "serviceId", "flightId", "groupId", "vehicle");
    private static final Set<String> TIMES = Set.of(
            "asOf",
            "earliestDeparture",
            "latestArrival",
            "availableFrom",
            "availableUntil",
            "until",
            "arrive",
            "depart",
            "bookBy",
            "boardAt",
            "alightAt",
            "createdAt");

    @TestFactory
    Stream<DynamicTest> problem() {
        return wrongs(FullFiles.PROBLEM, FullFiles::problem, true);
    }

    @TestFactory
    Stream<DynamicTest> plan() {
        return wrongs(FullFiles.PLAN, FullFiles::plan, false);
    }

    /** @param ids whether unknown ids are noticed */
    private static Stream<DynamicTest> wrongs(String valid, Consumer<String> reader, boolean ids) {
        List<DynamicTest> tests = new ArrayList<>();
        each(MAPPER.readTree(valid), "$", path -> {
            JsonNode value = at(MAPPER.readTree(valid), path);
            String field = path.substring(path.lastIndexOf('.') + 1);
            String pattern = path.replaceAll("\\[\\d+]", "[]");
            boolean optional =
                    OPTIONAL.contains(pattern) || pattern.startsWith("$.rules.") || pattern.contains(".details.");
            if (!path.endsWith("]")) {
                tests.add(test(
                        "unknown field beside " + path,
                        () -> expect(
                                reader,
                                changed(valid, path, node -> node.put("unknown1", 1)),
                                path.substring(0, path.lastIndexOf('.')) + ".unknown1",
                                pattern.contains(".details.") || pattern.contains("unservedByPriority."))));
                tests.add(test("without " + path, () -> {
                    String json = changed(valid, path, node -> node.remove(field));
                    if (optional) {
                        readsOrBlamesOthers(reader, json, path);
                    } else {
                        expect(reader, json, path, false);
                    }
                }));
            }
            if (!NULLABLE.contains(pattern) && !pattern.startsWith("$.matrix.")) {
                tests.add(replaced(valid, reader, path, "null"));
            }
            tests.add(replaced(valid, reader, path, value.isObject() ? "[]" : "{\"x\":1}"));
            tests.add(replaced(valid, reader, path, value.isBoolean() ? "1" : "true"));
            if (value.isNumber()) {
                number(tests, valid, reader, path, field, pattern);
            } else if (value.isString() && !pattern.contains(".details.")) {
                text(tests, valid, reader, path, field, pattern, ids);
            }
        });
        assertThat(tests).hasSizeGreaterThan(300);
        return tests.stream();
    }

    private static void number(
            List<DynamicTest> tests, String valid, Consumer<String> reader, String path, String field, String pattern) {
        tests.add(replaced(valid, reader, path, "\"5\""));
        tests.add(replaced(valid, reader, path, "1e30"));
        tests.add(replaced(valid, reader, path, "1e999999999"));
        if (!MAY_BE_NEGATIVE.contains(field)) {
            tests.add(replaced(valid, reader, path, "-1"));
        }
        if (field.endsWith("Yuan") || field.startsWith("yuan")) {
            tests.add(replaced(valid, reader, path, "1.001"));
        } else if (!NOT_WHOLE.contains(field) && !pattern.startsWith("$.matrix.expressway")) {
            tests.add(replaced(valid, reader, path, "1.5"));
        }
    }

    private static void text(
            List<DynamicTest> tests,
            String valid,
            Consumer<String> reader,
            String path,
            String field,
            String pattern,
            boolean ids) {
        tests.add(replaced(valid, reader, path, "5"));
        if (!pattern.equals("$.matrix.placeIds[]")) {
            tests.add(replaced(valid, reader, path, "\" \""));
        }
        boolean eventTime = pattern.contains(".events[].") && (field.equals("from") || field.equals("to"))
                || pattern.equals("$.coachPools[].outages[].from");
        if (TIMES.contains(field) || eventTime) {
            for (String time : List.of(
                    "2024-02-17",
                    "2024-02-17T08:00:00",
                    "2024-02-30T08:00:00+08:00",
                    "2024-02-17T08:00:00.5+08:00",
                    "2024-02-17T24:30:00+08:00",
                    "+999999999-02-17T08:00:00+08:00")) {
                tests.add(replaced(valid, reader, path, "\"" + time + "\""));
            }
        } else if (ids && !pattern.startsWith("$.published.") && (PLACES.contains(field) || IDS.contains(field))) {
            tests.add(replaced(valid, reader, path, "\"nope\""));
        } else if (Set.of("kind", "crs", "reason").contains(field) || field.startsWith("modes[")) {
            tests.add(replaced(valid, reader, path, "\"coach\""));
        } else if (Set.of("adminCode", "county", "homePrefecture").contains(field)) {
            tests.add(replaced(valid, reader, path, "\"14022\""));
            tests.add(replaced(valid, reader, path, "\"14 222\""));
        } else if (field.startsWith("night") || field.startsWith("curfew")) {
            tests.add(replaced(valid, reader, path, "\"24:00\""));
            tests.add(replaced(valid, reader, path, "\"6:00\""));
        } else if (field.equals("preferredDate")) {
            tests.add(replaced(valid, reader, path, "\"2023-02-29\""));
            tests.add(replaced(valid, reader, path, "\"17.02.2024\""));
        }
    }

    private static DynamicTest replaced(String valid, Consumer<String> reader, String path, String json) {
        return test(path + " = " + json, () -> {
            String name = path.endsWith("]") ? null : path.substring(path.lastIndexOf('.') + 1);
            JsonNode root = MAPPER.readTree(valid);
            JsonNode parent = at(root, name == null ? path.substring(0, path.lastIndexOf('[')) : parent(path));
            String marker = "@@value@@";
            if (parent instanceof ObjectNode object) {
                object.put(name, marker);
            } else {
                ((ArrayNode) parent).set(index(path), MAPPER.getNodeFactory().stringNode(marker));
            }
            expect(reader, root.toString().replace("\"" + marker + "\"", json), path, false);
        });
    }

    private static DynamicTest test(String name, org.junit.jupiter.api.function.Executable body) {
        return DynamicTest.dynamicTest(name, body);
    }

    private static void expect(Consumer<String> reader, String json, String path, boolean mayBeFine) {
        FormatException e = catchThrowableOfType(FormatException.class, () -> reader.accept(json));
        if (e == null && mayBeFine) {
            return;
        }
        assertThat(e).as("no problem found in %s", json).isNotNull();
        assertThat(e.problems())
                .as("problems with %s", path)
                .anyMatch(problem -> problem.jsonPath().equals(path)
                        || problem.jsonPath().startsWith(path + "[")
                        || problem.jsonPath().startsWith(path + "."));
    }

    /** Without an optional part the rest reads, unless something else named what was in it. */
    private static void readsOrBlamesOthers(Consumer<String> reader, String json, String path) {
        FormatException e = catchThrowableOfType(FormatException.class, () -> reader.accept(json));
        if (e == null) {
            assertThatCode(() -> reader.accept(json)).doesNotThrowAnyException();
        } else {
            assertThat(e.problems()).noneMatch(problem -> problem.jsonPath().equals(path));
            assertThat(e.problems()).allMatch(problem -> problem.message().contains("does not exist"));
        }
    }

    private static String changed(String valid, String path, Consumer<ObjectNode> change) {
        JsonNode root = MAPPER.readTree(valid);
        change.accept((ObjectNode) at(root, parent(path)));
        return root.toString();
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }

    private static int index(String path) {
        return Integer.parseInt(path.substring(path.lastIndexOf('[') + 1, path.length() - 1));
    }

    /** Calls for every field, and for every element that is not an object. */
    private static void each(JsonNode node, String path, Consumer<String> visit) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> {
                visit.accept(path + "." + entry.getKey());
                each(entry.getValue(), path + "." + entry.getKey(), visit);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (!array.get(i).isNull()) {
                    visit.accept(path + "[" + i + "]");
                    each(array.get(i), path + "[" + i + "]", visit);
                }
            }
        }
    }

    private static JsonNode at(JsonNode root, String path) {
        JsonNode node = root;
        for (String step : path.substring(1).split("(?=[.\\[])")) {
            if (step.startsWith(".")) {
                node = node.get(step.substring(1));
            } else if (step.startsWith("[")) {
                node = node.get(Integer.parseInt(step.substring(1, step.length() - 1)));
            }
        }
        return node;
    }
}
