package io.chunfeng.storage;

import io.chunfeng.run.ScenarioChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes of a what-if as they lie in the database: the name of the record and its fields. */
final class ScenarioJson {
    private static final String KIND = "kind";
    private static final String FIELDS = "change";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Class<?>> KINDS = Arrays.stream(ScenarioChange.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private ScenarioJson() {}

    static String write(List<ScenarioChange> changes) {
        ArrayNode all = JSON.createArrayNode();
        for (ScenarioChange change : changes) {
            ObjectNode node = all.addObject();
            node.put(KIND, change.getClass().getSimpleName());
            node.set(FIELDS, JSON.valueToTree(change));
        }
        return JSON.writeValueAsString(all);
    }

    static List<ScenarioChange> read(String json) {
        List<ScenarioChange> changes = new ArrayList<>();
        for (JsonNode node : JSON.readTree(json)) {
            changes.add((ScenarioChange)
                    JSON.treeToValue(node.get(FIELDS), KINDS.get(node.get(KIND).asString())));
        }
        return changes;
    }
}
