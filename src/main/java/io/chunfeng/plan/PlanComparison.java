package io.chunfeng.plan;

import io.chunfeng.demand.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several plans side by side: their figures, and by county and group who travels in which. The first is what the others
 * are compared with. Pure.
 *
 * @param sameGroups whether all plan the same people; otherwise sums do not compare
 * @param counties in order of their code; those where nothing differs too
 * @param groups only those of which a plan carries others, or otherwise, than the first
 */
public record PlanComparison(
        List<PlanFigures> figures, boolean sameGroups, List<CountyRow> counties, List<GroupRow> groups) {

    /** @param plan a valid plan of the problem */
    public record Compared(PlanningProblem problem, Plan plan) {}

    /**
     * Persons of a county or group in one plan.
     *
     * @param registered 0 where the plan's problem does not have it
     * @param otherwise carried in the first plan too, but boarding at another place or time, or another vehicle
     */
    public record Cell(int registered, int served, int otherwise) {
        public int left() {
            return registered - served;
        }

        public boolean covered() {
            return registered > 0;
        }
    }

    /** @param cells one for each plan */
    public record CountyRow(String county, List<Cell> cells) {
        public boolean differs() {
            return PlanComparison.differs(cells);
        }
    }

    /** @param cells one for each plan */
    public record GroupRow(String groupId, String county, List<Cell> cells) {}

    public PlanComparison {
        figures = List.copyOf(figures);
        counties = List.copyOf(counties);
        groups = List.copyOf(groups);
    }

    /** Which plans are better than others in this figure, by index. */
    public Set<Integer> best(ComparedFigure figure) {
        return figure.best(figures, sameGroups);
    }

    /** @param plans at least one */
    public static PlanComparison of(List<Compared> plans) {
        Map<String, String> counties = new TreeMap<>();
        plans.forEach(plan -> plan.problem().groups().forEach(group -> counties.put(group.id(), group.county())));
        List<Map<String, Cell>> cells =
                plans.stream().map(plan -> cells(plans.get(0), plan)).toList();
        List<GroupRow> groups = new ArrayList<>();
        counties.forEach((id, county) -> groups.add(new GroupRow(
                id,
                county,
                cells.stream().map(of -> of.getOrDefault(id, new Cell(0, 0, 0))).toList())));
        Set<Map<String, Integer>> people = plans.stream()
                .map(plan -> plan.problem().groups().stream().collect(Collectors.toMap(Group::id, Group::headcount)))
                .collect(Collectors.toSet());
        return new PlanComparison(
                plans.stream()
                        .map(plan -> PlanFigures.of(plan.problem(), plan.plan()))
                        .toList(),
                people.size() == 1,
                byCounty(groups, plans.size()),
                groups.stream().filter(row -> differs(row.cells())).toList());
    }

    private static Map<String, Cell> cells(Compared first, Compared plan) {
        Map<String, Integer> served = new HashMap<>();
        plan.plan().journeys().forEach(journey -> served.merge(journey.groupId(), journey.headcount(), Integer::sum));
        Map<String, Integer> otherwise = new HashMap<>();
        if (plan != first) {
            PlanChanges.between(first.problem(), first.plan(), plan.problem(), plan.plan()).people().stream()
                    .filter(people -> people.kind() == PlanChanges.Kind.MOVED)
                    .forEach(people -> otherwise.merge(people.groupId(), people.persons(), Integer::sum));
        }
        Map<String, Cell> cells = new HashMap<>();
        for (Group group : plan.problem().groups()) {
            cells.put(
                    group.id(),
                    new Cell(
                            group.headcount(),
                            served.getOrDefault(group.id(), 0),
                            otherwise.getOrDefault(group.id(), 0)));
        }
        return cells;
    }

    private static List<CountyRow> byCounty(List<GroupRow> groups, int plans) {
        Map<String, int[][]> sums = new TreeMap<>();
        for (GroupRow row : groups) {
            int[][] sum = sums.computeIfAbsent(row.county(), county -> new int[plans][3]);
            for (int i = 0; i < plans; i++) {
                sum[i][0] += row.cells().get(i).registered();
                sum[i][1] += row.cells().get(i).served();
                sum[i][2] += row.cells().get(i).otherwise();
            }
        }
        List<CountyRow> rows = new ArrayList<>();
        sums.forEach((county, sum) -> rows.add(new CountyRow(
                county, Stream.of(sum).map(of -> new Cell(of[0], of[1], of[2])).toList())));
        return rows;
    }

    private static boolean differs(List<Cell> cells) {
        Cell first = cells.get(0);
        return cells.stream()
                .anyMatch(cell -> cell.registered() != first.registered()
                        || cell.served() != first.served()
                        || cell.otherwise() > 0);
    }
}
