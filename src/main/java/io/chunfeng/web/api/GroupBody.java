package io.chunfeng.web.api;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;

/** A group as the exchange format writes it; its id is in the address. */
@Schema(name = "Group", example = """
        {"county":"140821","from":"140821","to":"wp-370200-03","headcount":46,"wheelchairs":0,
        "earliestDeparture":"2024-02-18T06:00:00+08:00","latestArrival":"2024-02-20T18:00:00+08:00",
        "preferredDate":"2024-02-18","modes":["COACH","RAIL"],"minPart":10,"priority":1,"employer":"某电子厂"}""")
record GroupBody(
        @Schema(description = "GB/T 2260 code of the county that registers it", example = "140821")
        String county,

        @Schema(description = "集合点: id of a place", example = "140821")
        String from,

        @Schema(description = "用工地: id of a place", example = "wp-370200-03")
        String to,

        @Schema(description = "Persons", example = "46") Integer headcount,

        @Schema(description = "Persons who stay in a wheelchair, of the headcount; 0 when left out", example = "0")
        Integer wheelchairs,

        @Schema(example = "2024-02-18T06:00:00+08:00") OffsetDateTime earliestDeparture,
        @Schema(example = "2024-02-20T18:00:00+08:00") OffsetDateTime latestArrival,

        @Schema(description = "Wished date of departure; may be left out", example = "2024-02-18")
        LocalDate preferredDate,

        @Schema(description = "Admitted modes of the main leg; all when left out", example = "[\"COACH\",\"RAIL\"]")
        Set<Mode> modes,

        @Schema(
                description =
                        "Smallest part it may be split into; when left out, up to 20 persons stay together and larger groups are split into parts of at least 10",
                example = "10")
        Integer minPart,

        @Schema(description = "1 normal, 2 脱贫/监测对象, 3 must travel; 1 when left out", example = "1")
        Integer priority,

        @Schema(description = "May be left out", example = "某电子厂")
        String employer) {

    static GroupBody of(Group group) {
        return new GroupBody(
                group.county(),
                group.from(),
                group.to(),
                group.headcount(),
                group.wheelchairs(),
                Moments.of(group.earliestDeparture()),
                Moments.of(group.latestArrival()),
                group.preferredDate(),
                new TreeSet<>(group.modes()),
                group.minPart(),
                group.priority(),
                group.employer());
    }
}
