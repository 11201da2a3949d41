package io.chunfeng.plan.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ids that a file defines and ids that it uses; a use may come before its definition. */
final class References {
    /** What an id stands for. A leg's vehicle is any of the last three. */
    enum Kind {
        PLACE("places"),
        GROUP("groups"),
        POOL("coachPools"),
        SERVICE("trainServices"),
        FLIGHT("flights"),
        TRIP("coach trips");

        private final String part;

        Kind(String part) {
            this.part = part;
        }
    }

    private record Use(String path, Set<Kind> kinds, String id) {}

    private final Map<Kind, Set<String>> defined = new EnumMap<>(Kind.class);
    private final List<Use> uses = new ArrayList<>();
    private final Problems problems;

    References(Problems problems) {
        this.problems = problems;
        for (Kind kind : Kind.values()) {
            defined.put(kind, new HashSet<>());
        }
    }

    /** Reads the object's {@code id}, which no other of its kind (and no other vehicle) may have. */
    String define(Fields fields, Kind kind) {
        String id = fields.text("id");
        if (id != null) {
            define(fields.path("id"), kind, id);
        }
        return id;
    }

    void define(String path, Kind kind, String id) {
        boolean vehicle = vehicles().contains(kind);
        boolean fresh = vehicle
                ? vehicles().stream().noneMatch(other -> defined.get(other).contains(id))
                : !defined.get(kind).contains(id);
        if (!fresh) {
            problems.add(
                    path,
                    "the id " + Problems.quote(id) + " is taken already"
                            + (vehicle ? "; coach trips, trains and flights need ids different from each other" : ""));
        }
        defined.get(kind).add(id);
    }

    /** Reads a field that must be the id of something of one of these kinds. */
    String use(Fields fields, String field, Set<Kind> kinds) {
        String id = fields.text(field);
        if (id != null) {
            uses.add(new Use(fields.path(field), kinds, id));
        }
        return id;
    }

    String use(Fields fields, String field, Kind kind) {
        return use(fields, field, Set.of(kind));
    }

    boolean defined(Kind kind, String id) {
        return defined.get(kind).contains(id);
    }

    static Set<Kind> vehicles() {
        return Set.of(Kind.SERVICE, Kind.FLIGHT, Kind.TRIP);
    }

    /** Notes every use of an id that was never defined. */
    void resolve() {
        for (Use use : uses) {
            if (use.kinds.stream().noneMatch(kind -> defined(kind, use.id))) {
                List<String> parts =
                        use.kinds.stream().sorted().map(kind -> kind.part).toList();
                problems.add(
                        use.path,
                        "the id " + Problems.quote(use.id) + " does not exist in " + String.join(", ", parts));
            }
        }
    }
}
