package io.chunfeng.web;

import io.chunfeng.demand.Group;
import io.chunfeng.place.Corridor;
import io.chunfeng.place.Place;
import io.chunfeng.run.RunScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the scope of a run can be chosen from: regions and cities that registered groups go to and come from, with how many
 * people of all days.
 */
record ScopeChoices(List<Choice> corridors, List<Choice> regions, List<Choice> cities) {

    /** @param code name of a corridor, or code of a province or prefecture; prefectures follow their province */
    record Choice(String code, String name, int persons) {
        public boolean prefecture() {
            return code.length() == 4;
        }
    }

    static ScopeChoices of(List<Group> groups, Collection<Place> places) {
        Names names = new Names(places);
        Regions regions = new Regions(names);
        Map<String, Integer> corridors = new TreeMap<>();
        Map<String, Integer> away = new TreeMap<>();
        Map<String, Integer> home = new TreeMap<>();
        for (Group group : groups) {
            corridors.merge(regions.corridor(group).name(), group.headcount(), Integer::sum);
            boolean outbound = regions.outbound(group);
            Place far = names.place(outbound ? group.to() : group.from());
            Place near = names.place(outbound ? group.from() : group.to());
            if (far != null) {
                away.merge(far.adminCode().substring(0, 2), group.headcount(), Integer::sum);
                away.merge(far.adminCode().substring(0, 4), group.headcount(), Integer::sum);
            }
            home.merge(
                    (near == null ? group.county() : near.adminCode()).substring(0, 4),
                    group.headcount(),
                    Integer::sum);
        }
        List<Choice> inOrder = new ArrayList<>();
        for (Corridor corridor : Corridor.values()) {
            if (corridors.containsKey(corridor.name())) {
                inOrder.add(new Choice(corridor.name(), corridor.chinese(), corridors.get(corridor.name())));
            }
        }
        return new ScopeChoices(inOrder, choices(away), choices(home));
    }

    private static List<Choice> choices(Map<String, Integer> persons) {
        List<Choice> choices = new ArrayList<>();
        persons.forEach((code, sum) -> {
            String name = RunScope.name(code);
            // a municipality is its only prefecture
            if (name != null && !(code.length() == 4 && name.equals(RunScope.name(code.substring(0, 2))))) {
                choices.add(new Choice(code, name, sum));
            }
        });
        return choices;
    }
}
