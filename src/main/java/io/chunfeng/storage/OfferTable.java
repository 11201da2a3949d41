package io.chunfeng.storage;

import io.chunfeng.capacity.Offer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of offers and the statements that write it. Each column's parameter has the column's name in camel case.
 *
 * @param columns all but id, version and changed_at
 */
record OfferTable(String name, String columns) {
    private static final OfferTable POOLS = new OfferTable("coach_pool", """
            operator, depot, home_prefecture, approved_seats, wheelchair_spaces, coaches, available_from, available_until,
            dispatch_fen, fen_per_loaded_km, fen_per_empty_km, fen_per_driver_day""");

    private static final OfferTable TRAINS = new OfferTable("train_service", """
            name, kind, seats_per_carriage, wheelchair_spaces_per_carriage, min_carriages, max_carriages, service_fen,
            fen_per_carriage, fen_per_passenger, book_by""");

    private static final OfferTable FLIGHTS = new OfferTable("flight", """
            name, kind, from_place, to_place, depart, arrive, seats, wheelchair_spaces, min_passengers, flight_fen,
            fen_per_passenger, book_by""");

    static OfferTable of(Offer.Kind kind) {
        return switch (kind) {
            case POOL -> POOLS;
            case TRAIN -> TRAINS;
            case FLIGHT -> FLIGHTS;
        };
    }

    private Stream<String> each() {
        return List.of(columns.split(",\\s*")).stream();
    }

    /** Changes nothing where the id is taken. */
    String insert() {
        return "INSERT INTO " + name + " (id, " + columns + ", changed_at) VALUES (:id, "
                + each().map(OfferTable::parameter).collect(Collectors.joining(", "))
                + ", :now) ON CONFLICT (id) DO NOTHING";
    }

    /** Changes nothing where somebody else has changed the row since {@code :fromVersion}. */
    String update() {
        return "UPDATE " + name + " SET "
                + each().map(column -> column + " = " + parameter(column)).collect(Collectors.joining(", "))
                + ", version = version + 1, changed_at = :now WHERE id = :id AND version = :fromVersion";
    }

    String delete() {
        return "DELETE FROM " + name + " WHERE id = :id AND version = :fromVersion";
    }

    /** Inserts or replaces, whatever the version was. */
    String upsert() {
        return insert().replace("DO NOTHING", "DO UPDATE SET ")
                + each().map(column -> column + " = excluded." + column).collect(Collectors.joining(", "))
                + ", version = " + name + ".version + 1, changed_at = excluded.changed_at";
    }

    private static String parameter(String column) {
        StringBuilder camel = new StringBuilder(":");
        for (String word : column.split("_")) {
            camel.append(camel.length() == 1 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
