package io.chunfeng.intake;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.Scope;
import io.chunfeng.intake.Problem.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One group typed on a page: read by the same rules as a row of a file. */
public final class GroupForms {
    private final GroupImports imports;
    private final RegistrationRepository registrations;

    public GroupForms(GroupImports imports, RegistrationRepository registrations) {
        this.imports = imports;
        this.registrations = registrations;
    }

    /**
     * @param typed by keys of {@link GroupColumn}; blank ones are left out
     * @param counties that may be registered for; null for all
     * @param known what is changed, or null for a new group
     * @return a group with its id, or problems by the same keys
     */
    public ReadGroup read(Map<String, String> typed, Set<String> counties, Registration known) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        SortedMap<Integer, CellValue> cells = new TreeMap<>();
        for (GroupColumn column : GroupColumn.values()) {
            String text = typed.getOrDefault(column.key(), "");
            columns.put(column.key(), column.ordinal());
            if (!text.isBlank()) {
                cells.put(column.ordinal(), new CellValue.Text(text));
            }
        }
        Heading heading = new Heading("", 0, columns, Map.of());
        ReadGroup read = new GroupReader(imports.context(counties)).read(heading, new TableRow("", 1, cells));
        if (read.group() == null) {
            return read;
        }
        if (known != null) {
            Group group = read.group().withId(known.group().id());
            return new ReadGroup(read.number(), group, read.newPlace(), read.problems());
        }
        return withNewId(read);
    }

    private ReadGroup withNewId(ReadGroup read) {
        Group group = read.group();
        if (read.number() == null) {
            GroupIds ids = new GroupIds();
            String id = ids.derived(group);
            while (registered(id)) {
                id = ids.derived(group);
            }
            return new ReadGroup(null, group.withId(id), read.newPlace(), read.problems());
        }
        String id = GroupIds.byNumber(group.county(), read.number());
        if (!registered(id)) {
            return new ReadGroup(read.number(), group.withId(id), read.newPlace(), read.problems());
        }
        List<Problem> problems = new ArrayList<>(read.problems());
        GroupColumn column = GroupColumn.NUMBER;
        problems.add(new Problem(column.key(), -1, column.title(), read.number(), Code.NUMBER_TAKEN, List.of(id), ""));
        return new ReadGroup(read.number(), null, null, problems);
    }

    private boolean registered(String id) {
        return registrations.find(new Scope.Everything(), id).isPresent();
    }
}
