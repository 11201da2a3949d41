package io.chunfeng.intake;

import io.chunfeng.demand.Group;
import java.util.HashMap;
import java.util.Map;

/**
 * Which group a row is, across files. With a number of the county's own: the county's code and that number. Without: the
 * county and what makes a group (boarding point, workplace, employer, day); several alike are counted in the order of the file.
 */
final class GroupIds {
    private final Map<String, Integer> alike = new HashMap<>();
    private final Map<String, Integer> rowsByNumber = new HashMap<>();

    static String byNumber(String county, String number) {
        return number.startsWith(county + "-") ? number : county + "-" + number;
    }

    String derived(Group group) {
        String key = String.join(
                "|", group.from(), group.to(), String.valueOf(group.employer()), "" + group.preferredDate());
        String id = group.county() + "-" + NewPlaces.digest(key);
        int count = alike.merge(id, 1, Integer::sum);
        return id + "-" + count;
    }

    /** The row that had this id before, or null. */
    Integer earlierRow(String id, int row) {
        return rowsByNumber.putIfAbsent(id, row);
    }
}
