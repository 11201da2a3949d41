package io.chunfeng.storage;

import io.chunfeng.demand.GroupState;
import io.chunfeng.intake.ImportRow;
import io.chunfeng.intake.Problem;
import io.chunfeng.place.Place;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What was understood of a row, as it is kept until it is applied. */
final class ImportJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ImportJson() {}

    /** @param group figures as histories keep them */
    private record Content(
            String sheet,
            int row,
            int fromVersion,
            GroupState was,
            Map<String, String> cells,
            String group,
            String before,
            Place newPlace,
            List<Problem> problems,
            ImportRow.Ignored ignored) {}

    static String write(ImportRow row) {
        return JSON.writeValueAsString(new Content(
                row.sheet(),
                row.row(),
                row.fromVersion(),
                row.was(),
                row.cells(),
                GroupJson.write(row.group()),
                GroupJson.write(row.before()),
                row.newPlace(),
                row.problems(),
                row.ignored()));
    }

    static ImportRow read(int number, ImportRow.State state, String county, String groupId, String json) {
        Content content = JSON.readValue(json, Content.class);
        return new ImportRow(
                number,
                content.sheet,
                content.row,
                state,
                county,
                groupId,
                content.fromVersion,
                content.was,
                content.cells,
                GroupJson.read(content.group),
                GroupJson.read(content.before),
                content.newPlace,
                content.problems,
                content.ignored);
    }
}
