package io.chunfeng.road;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses among the towns of a way where there is room for some only. */
final class MainPlaces {
    private MainPlaces() {}

    /** @param towns in the order of travel; one that comes twice counts where it comes first */
    static List<Passed.Town> of(List<Passed.Town> towns, int atMost) {
        List<Passed.Town> left = new ArrayList<>();
        for (Passed.Town town : towns) {
            if (left.stream().noneMatch(town::isSame)) {
                left.add(town);
            }
        }
        if (left.size() <= atMost) {
            return left;
        }
        List<Passed.Town> chosen = new ArrayList<>();
        while (chosen.size() < atMost) {
            Passed.Town next = chosen.isEmpty()
                    ? left.get(0)
                    : chosen.size() == 1 ? left.get(left.size() - 1) : furthest(left, chosen);
            left.remove(next);
            chosen.add(next);
        }
        chosen.sort(Comparator.comparingInt(Passed.Town::metres));
        return chosen;
    }

    private static Passed.Town furthest(List<Passed.Town> left, List<Passed.Town> chosen) {
        return left.stream()
                .max(Comparator.comparing(Passed.Town::city).thenComparing(town -> metresToNearest(town, chosen)))
                .orElseThrow();
    }

    private static int metresToNearest(Passed.Town town, List<Passed.Town> chosen) {
        return chosen.stream()
                .mapToInt(other -> Math.abs(other.metres() - town.metres()))
                .min()
                .orElseThrow();
    }
}
