package io.chunfeng.storage;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Figures of a group as histories and requests keep them: the names are those of the columns. */
final class GroupJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private GroupJson() {}

    /** @param group or null */
    static String write(Group group) {
        if (group == null) {
            return null;
        }
        ObjectNode node = JSON.createObjectNode()
                .put("id", group.id())
                .put("county", group.county())
                .put("from_place", group.from())
                .put("to_place", group.to())
                .put("headcount", group.headcount())
                .put("wheelchairs", group.wheelchairs())
                .put("earliest_departure", group.earliestDeparture().toString())
                .put("latest_arrival", group.latestArrival().toString())
                .put(
                        "preferred_date",
                        group.preferredDate() == null
                                ? null
                                : group.preferredDate().toString())
                .put("min_part", group.minPart())
                .put("priority", group.priority())
                .put("employer", group.employer());
        ArrayNode modes = node.putArray("modes");
        group.modes().stream().map(Mode::name).sorted().forEach(modes::add);
        return JSON.writeValueAsString(node);
    }

    /** @param json or null */
    static Group read(String json) {
        if (json == null) {
            return null;
        }
        JsonNode node = JSON.readTree(json);
        Set<Mode> modes = new HashSet<>();
        node.get("modes").forEach(mode -> modes.add(Mode.valueOf(mode.asString())));
        String preferred = text(node, "preferred_date");
        return new Group(
                text(node, "id"),
                text(node, "county"),
                text(node, "from_place"),
                text(node, "to_place"),
                node.get("headcount").asInt(),
                node.get("wheelchairs").asInt(),
                instant(node, "earliest_departure"),
                instant(node, "latest_arrival"),
                preferred == null ? null : LocalDate.parse(preferred),
                modes,
                node.get("min_part").asInt(),
                node.get("priority").asInt(),
                text(node, "employer"));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }

    private static Instant instant(JsonNode node, String name) {
        return OffsetDateTime.parse(text(node, name)).toInstant();
    }
}
