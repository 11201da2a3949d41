package io.chunfeng.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * One group on one trip as a file has it, read but compared with nothing. What is empty or cannot be read is null, texts
 * are empty.
 *
 * @param row its number in the sheet
 * @param day on which the trip leaves
 * @param trip vehicle id, alone or after plan id and slash
 * @param planned as the template was filled in
 * @param departed Asia/Shanghai
 * @param persons by column, of those that count people
 * @param cells texts by column, as people see them
 */
public record ActualRow(
        String sheet,
        int row,
        Heading heading,
        LocalDate day,
        String trip,
        String group,
        Integer planned,
        LocalDateTime departed,
        Map<ActualColumn, Integer> persons,
        Map<ActualColumn, String> cells,
        List<Problem> problems) {

    /** Null where nothing is counted. */
    public Integer count(ActualColumn column) {
        return persons.get(column);
    }

    public String text(ActualColumn column) {
        return cells.getOrDefault(column, "");
    }

    /** Whether anything was filled in that the template leaves open. */
    public boolean filled() {
        return ActualColumn.FILLED.stream().anyMatch(cells::containsKey);
    }

    /** As Excel names it: {@code H5}; {@code 5} where the file has no such column. */
    public String address(ActualColumn column) {
        int at = heading.at(column.key());
        return (at < 0 ? "" : TableRow.letter(at)) + row;
    }

    public String header(ActualColumn column) {
        return heading.header(column);
    }
}
