package io.chunfeng.web;

import io.chunfeng.place.AdminCodes;
import io.chunfeng.plan.ComparedFigure;
import io.chunfeng.plan.PlanComparison;
import io.chunfeng.plan.PlanFigures;
import io.chunfeng.run.PlanningRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Plans side by side, as the page and the file show them.
 *
 * @param ends from and to of the groups that differ, in their order
 */
record Compared(List<Column> columns, PlanComparison comparison, List<String> ends, Format format) {

    /** @param run that made the plan, or null */
    record Column(long planId, PlanningRun run) {}

    /** @param best whether it is better than others, by column */
    record FigureRow(ComparedFigure figure, List<String> values, List<Boolean> best) {}

    record CountyRow(String code, String name, List<PlanComparison.Cell> cells, boolean differs) {}

    /** @param ends for example 忻州站 → 上海临港 */
    record GroupRow(String id, String county, String ends, List<PlanComparison.Cell> cells) {}

    static Compared of(List<Column> columns, List<PlanView> views, Format format) {
        PlanComparison comparison = PlanComparison.of(views.stream()
                .map(view -> new PlanComparison.Compared(view.problem(), view.plan()))
                .toList());
        List<String> ends = comparison.groups().stream()
                .map(row -> views.stream()
                        .filter(view -> view.groups().containsKey(row.groupId()))
                        .findFirst()
                        .map(view -> view.names()
                                        .of(view.groups().get(row.groupId()).from())
                                + " → "
                                + view.names()
                                        .of(view.groups().get(row.groupId()).to()))
                        .orElse(""))
                .toList();
        return new Compared(columns, comparison, ends, format);
    }

    public boolean sameGroups() {
        return comparison.sameGroups();
    }

    public List<FigureRow> figures() {
        return Arrays.stream(ComparedFigure.values()).map(this::row).toList();
    }

    private FigureRow row(ComparedFigure figure) {
        Set<Integer> best = comparison.best(figure);
        List<String> values = new ArrayList<>();
        List<Boolean> marks = new ArrayList<>();
        for (PlanFigures of : comparison.figures()) {
            marks.add(best.contains(values.size()));
            values.add(written(figure, figure.of(of)));
        }
        return new FigureRow(figure, values, marks);
    }

    private String written(ComparedFigure figure, double value) {
        return switch (figure.unit()) {
            case COUNT -> format.count(Math.round(value));
            case FEN -> format.wholeYuan(Math.round(value));
            case FEN_EXACT -> format.yuan(Math.round(value));
            case SHARE -> format.percent(value);
            case DECIMAL -> format.decimal(value);
            case SECONDS -> format.hours(Math.round(value));
        };
    }

    /** @param all those of which nothing differs too */
    public List<CountyRow> counties(boolean all) {
        return comparison.counties().stream()
                .filter(row -> all || row.differs())
                .map(row ->
                        new CountyRow(row.county(), AdminCodes.all().path(row.county()), row.cells(), row.differs()))
                .toList();
    }

    public List<GroupRow> groups() {
        List<GroupRow> rows = new ArrayList<>();
        for (PlanComparison.GroupRow row : comparison.groups()) {
            rows.add(new GroupRow(
                    row.groupId(), AdminCodes.all().path(row.county()), ends.get(rows.size()), row.cells()));
        }
        return rows;
    }
}
