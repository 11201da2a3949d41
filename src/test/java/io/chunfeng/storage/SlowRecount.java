package io.chunfeng.storage;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Figures from the raw entries, as somebody with a pencil would add them up: every entry until a recording counts with its
 * sign, reversals too. Knows nothing of the code that it is compared with.
 */
final class SlowRecount {
    private final List<Map<String, Object>> entries;
    private final boolean mainLegsOnly;

    SlowRecount(TestDatabase database, List<Long> plans, Instant asOf, long recording, boolean mainLegsOnly) {
        this.entries = database.sql()
                .sql("SELECT * FROM ledger_entry WHERE plan_id = ANY (:plans) AND recording <= :recording"
                        + " AND happened_at <= :asOf")
                .param("plans", plans.toArray(Long[]::new))
                .param("recording", recording)
                .param("asOf", Rows.utc(asOf))
                .query()
                .listOfRows();
        this.mainLegsOnly = mainLegsOnly;
    }

    private static String trip(Map<String, Object> entry) {
        return entry.get("plan_id") + "/" + entry.get("vehicle");
    }

    private static String city(Map<String, Object> entry) {
        return String.valueOf(entry.get("county")).substring(0, 4);
    }

    private boolean counts(Map<String, Object> entry) {
        return (Boolean) entry.get("main_leg") || !mainLegsOnly;
    }

    long persons(String city, String... kinds) {
        long persons = 0;
        for (Map<String, Object> entry : entries) {
            if (Arrays.asList(kinds).contains(entry.get("kind"))
                    && entry.get("county") != null
                    && city(entry).equals(city)
                    && counts(entry)) {
                persons += (Integer) entry.get("persons");
            }
        }
        return persons;
    }

    /** Trips with anybody who counts, that this city reports. */
    long trips(String city, String... kinds) {
        Set<String> loaded = new HashSet<>();
        Map<String, Integer> aboard = new HashMap<>();
        for (Map<String, Object> entry : entries) {
            if (Arrays.asList(kinds).contains(entry.get("kind")) && counts(entry)) {
                aboard.merge(trip(entry), (Integer) entry.get("persons"), Integer::sum);
            }
        }
        aboard.forEach((trip, persons) -> {
            if (persons > 0 && city.equals(owner(trip))) {
                loaded.add(trip);
            }
        });
        return loaded.size();
    }

    private String owner(String trip) {
        Map<String, Integer> onMainLegs = new TreeMap<>();
        Map<String, Integer> all = new TreeMap<>();
        for (Map<String, Object> entry : entries) {
            if (trip(entry).equals(trip) && entry.get("county") != null) {
                all.merge(city(entry), (Integer) entry.get("persons"), Integer::sum);
                if ((Boolean) entry.get("main_leg")) {
                    onMainLegs.merge(city(entry), (Integer) entry.get("persons"), Integer::sum);
                }
            }
        }
        boolean anybody = onMainLegs.values().stream().anyMatch(persons -> persons > 0);
        String owner = null;
        int most = 0;
        for (Map.Entry<String, Integer> city : (anybody ? onMainLegs : all).entrySet()) {
            if (city.getValue() > most) {
                most = city.getValue();
                owner = city.getKey();
            }
        }
        return owner;
    }
}
