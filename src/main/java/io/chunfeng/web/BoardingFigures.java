package io.chunfeng.web;

import io.chunfeng.day.Absent;
import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.Boarded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/** Who of a group boards, as the fields of a form hold it; empty for none. */
record BoardingFigures(
        String group,
        String persons,
        String infants,
        String escorts,
        String noShow,
        String refused,
        String moved,
        String movedTo,
        String reason) {

    /** A row of the form. @param expected those who were not missing on the leg before */
    record Row(int planned, int expected, BoardingFigures figures) {}

    /** As many of each as there are groups, in the same order: one that is empty, or holds a comma, stays one. */
    static List<BoardingFigures> typed(MultiValueMap<String, String> sent) {
        List<BoardingFigures> typed = new ArrayList<>();
        List<String> groups = sent.getOrDefault("group", List.of());
        for (int i = 0; i < groups.size(); i++) {
            int at = i;
            Function<String, String> field = name -> {
                List<String> values = sent.getOrDefault(name, List.of());
                return at < values.size() ? values.get(at) : "";
            };
            typed.add(new BoardingFigures(
                    groups.get(i),
                    field.apply("persons"),
                    field.apply("infants"),
                    field.apply("escorts"),
                    field.apply("noShow"),
                    field.apply("refused"),
                    field.apply("moved"),
                    field.apply("movedTo"),
                    field.apply("reason")));
        }
        return typed;
    }

    /** One row a group: what was typed, else what was counted when it left, else everybody who is expected. */
    static List<Row> rows(BoardTrip trip, Map<String, Integer> expected, List<BoardingFigures> typed) {
        Map<String, BoardingFigures> known = trip.counted().stream()
                .map(BoardingFigures::of)
                .collect(Collectors.toMap(BoardingFigures::group, Function.identity()));
        typed.forEach(figures -> known.put(figures.group(), figures));
        List<Row> rows = new ArrayList<>();
        trip.personsByGroup()
                .forEach((group, planned) -> rows.add(new Row(
                        planned,
                        expected.get(group),
                        known.getOrDefault(
                                group,
                                of(new Boarded(group, planned, expected.get(group), 0, 0, Absent.NOBODY, null))))));
        return rows;
    }

    private static BoardingFigures of(Boarded boarded) {
        Absent absent = boarded.absent();
        return new BoardingFigures(
                boarded.groupId(),
                String.valueOf(boarded.persons()),
                some(boarded.infants()),
                some(boarded.escorts()),
                some(absent.noShow()),
                some(absent.refused()),
                some(absent.moved()),
                absent.movedTo() == null ? "" : absent.movedTo(),
                boarded.reason() == null ? "" : boarded.reason());
    }

    private static String some(int number) {
        return number == 0 ? "" : String.valueOf(number);
    }
}
