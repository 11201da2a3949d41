package io.chunfeng.web;

import io.chunfeng.dispatch.Publication;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChanges;
import io.chunfeng.plan.PlanChanges.People;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a publication changed for people who had been told something else before, or nothing at all. */
@Component
class PublishedChanges {
    private final Publications publications;
    private final PlanShelf shelf;

    PublishedChanges(Publications publications, PlanShelf shelf) {
        this.publications = publications;
        this.shelf = shelf;
    }

    /** @param counties in order of code; {@code rows} in order of county and group */
    record Changed(Publication publication, List<ReplanPage.CountyRow> counties, List<ReplanPage.Row> rows) {}

    /**
     * @param counties whose changes are wanted; null for all
     * @throws NotFoundException when there is no such publication
     */
    Changed of(int number, Set<String> counties) {
        Publication publication = publications.list().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        PlanView view = shelf.get(publication.planId());
        Predicate<People> wanted = people -> counties == null || counties.contains(people.county());
        Map<String, Long> before = publications.planBefore(number);
        List<ReplanPage.Row> rows = new ArrayList<>();
        List<People> all = new ArrayList<>();
        Regions regions = new Regions(view.names());
        for (Long plan : before.values().stream().distinct().sorted().toList()) {
            PlanView old = shelf.get(plan);
            PlanChanges.between(old.problem(), old.plan(), view.problem(), view.plan()).people().stream()
                    .filter(wanted)
                    .filter(people -> plan.equals(before.get(people.groupId())))
                    .forEach(people -> {
                        all.add(people);
                        rows.add(ReplanPage.row(people, regions, old.names(), view.names()));
                    });
        }
        for (Plan.Journey journey : view.plan().journeys()) {
            if (!before.containsKey(journey.groupId())) {
                People first = new People(
                        view.groups().get(journey.groupId()).county(),
                        journey.groupId(),
                        PlanChanges.Kind.NEWLY_SERVED,
                        journey.headcount(),
                        List.of(),
                        journey.legs());
                if (wanted.test(first)) {
                    all.add(first);
                    rows.add(ReplanPage.row(first, regions, view.names(), view.names()));
                }
            }
        }
        rows.sort(Comparator.comparing(ReplanPage.Row::county)
                .thenComparing(ReplanPage.Row::groupId)
                .thenComparing(ReplanPage.Row::kind));
        return new Changed(
                publication,
                new PlanChanges(all, List.of())
                        .totalsByCounty().entrySet().stream()
                                .map(county -> new ReplanPage.CountyRow(
                                        county.getKey(), regions.city(county.getKey()), county.getValue()))
                                .collect(Collectors.toList()),
                rows);
    }
}
