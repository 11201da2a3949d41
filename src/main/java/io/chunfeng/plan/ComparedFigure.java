package io.chunfeng.plan;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A line of the comparison of plans. Each has a message {@code compare.figure.<name>}. */
public enum ComparedFigure {
    PERSONS(Unit.COUNT, Better.MORE, Fair.SAME_GROUPS, f -> f.kpis().persons()),
    PERSONS_COACH(Unit.COUNT, f -> f.kpis().personsCoach()),
    PERSONS_RAIL(Unit.COUNT, f -> f.kpis().personsRail()),
    PERSONS_AIR(Unit.COUNT, f -> f.kpis().personsAir()),
    UNSERVED_PERSONS(Unit.COUNT, Better.LESS, Fair.SAME_GROUPS, PlanFigures::unservedPersons),
    UNSERVED_WEIGHTED(Unit.COUNT, Better.LESS, Fair.SAME_GROUPS, f -> f.score().unserved()),
    COST(Unit.FEN, Better.LESS, Fair.SAME_SERVICE, f -> f.score().costFen()),
    COST_COACH(Unit.FEN, f -> f.score().parts().coachFen()),
    COST_TRAIN(Unit.FEN, f -> f.score().parts().trainFen()),
    COST_FLIGHT(Unit.FEN, f -> f.score().parts().flightFen()),
    COST_TIME(Unit.FEN, f -> f.score().parts().timeFen()),
    COST_TRANSFER(Unit.FEN, f -> f.score().parts().transferFen()),
    COST_SPLIT(Unit.FEN, f -> f.score().parts().splitFen()),
    COST_DAY_SHIFT(Unit.FEN, f -> f.score().parts().dayShiftFen()),
    COST_CHANGE(Unit.FEN, f -> f.score().parts().changeFen()),
    COST_PER_PERSON(Unit.FEN_EXACT, Better.LESS, Fair.ALWAYS, f -> f.kpis().fenPerPerson()),
    COACH_TRIPS(Unit.COUNT, f -> f.kpis().coachTrips()),
    TRAINS(Unit.COUNT, f -> f.kpis().trainServices()),
    CARRIAGES(Unit.COUNT, f -> f.kpis().carriages()),
    FLIGHTS(Unit.COUNT, f -> f.kpis().flights()),
    LOAD_FACTOR(Unit.SHARE, Better.MORE, Fair.ALWAYS, f -> f.kpis().loadFactor()),
    LOADED_KM(Unit.DECIMAL, f -> f.kpis().loadedKm()),
    EMPTY_KM(Unit.DECIMAL, Better.LESS, Fair.SAME_SERVICE, f -> f.kpis().emptyKm()),
    PASSENGER_HOURS(Unit.DECIMAL, Better.LESS, Fair.SAME_SERVICE, f -> f.kpis().passengerHours()),
    LONGEST_WAIT(Unit.SECONDS, Better.LESS, Fair.SAME_SERVICE, PlanFigures::longestWaitSeconds),
    LONGEST_JOURNEY(Unit.SECONDS, Better.LESS, Fair.SAME_SERVICE, PlanFigures::longestJourneySeconds);

    public enum Unit {
        COUNT,
        /** Shown as whole yuan. */
        FEN,
        /** Shown with its fen. */
        FEN_EXACT,
        /** 0 to 1. */
        SHARE,
        DECIMAL,
        SECONDS
    }

    enum Better {
        MORE,
        LESS,
        /** Neither: it tells how, not how well. */
        NONE
    }

    /** Between which plans a better value means anything. */
    enum Fair {
        ALWAYS,
        /** Of the same groups. */
        SAME_GROUPS,
        /** Of the same groups, and leaving no more people behind than the others: whoever carries nobody costs nothing. */
        SAME_SERVICE
    }

    private static final Set<ComparedFigure> PARTS = EnumSet.range(PERSONS_COACH, PERSONS_AIR);

    static {
        PARTS.addAll(EnumSet.range(COST_COACH, COST_CHANGE));
    }

    private final Unit unit;
    private final Better better;
    private final Fair fair;
    private final ToDoubleFunction<PlanFigures> value;

    ComparedFigure(Unit unit, ToDoubleFunction<PlanFigures> value) {
        this(unit, Better.NONE, Fair.ALWAYS, value);
    }

    ComparedFigure(Unit unit, Better better, Fair fair, ToDoubleFunction<PlanFigures> value) {
        this.unit = unit;
        this.better = better;
        this.fair = fair;
        this.value = value;
    }

    /** Whether it is a part of a figure above it. */
    public boolean part() {
        return PARTS.contains(this);
    }

    public Unit unit() {
        return unit;
    }

    public double of(PlanFigures figures) {
        return value.applyAsDouble(figures);
    }

    /**
     * Which of the plans are better than others here, by index; none where all that can be compared are alike.
     *
     * @param sameGroups whether all plan the same people
     */
    Set<Integer> best(List<PlanFigures> plans, boolean sameGroups) {
        if (better == Better.NONE || fair != Fair.ALWAYS && !sameGroups) {
            return Set.of();
        }
        long least =
                plans.stream().mapToLong(plan -> plan.score().unserved()).min().orElse(0);
        int[] compared = IntStream.range(0, plans.size())
                .filter(i -> fair != Fair.SAME_SERVICE || plans.get(i).score().unserved() == least)
                .filter(i -> plans.get(i).kpis().persons() > 0)
                .toArray();
        double[] values =
                IntStream.of(compared).mapToDouble(i -> of(plans.get(i))).toArray();
        double lowest = DoubleStream.of(values).min().orElse(0);
        double highest = DoubleStream.of(values).max().orElse(0);
        if (compared.length < 2 || lowest == highest) {
            return Set.of();
        }
        Set<Integer> best = new TreeSet<>();
        for (int i = 0; i < compared.length; i++) {
            if (values[i] == (better == Better.MORE ? highest : lowest)) {
                best.add(compared[i]);
            }
        }
        return best;
    }
}
