package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Up to four places on each side: the cheapest of all orders in which nobody rides too long, or none where there is none. */
class StopOrderTest {
    private final WeekendOrders orders = new WeekendOrders();

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cheapestOrderThatIsNotTooLongForAnybody(int seed) {
        Random random = new Random(seed);
        List<LegTask> riders = orders.riders(random);
        PoolFact pool = orders.in.pools.get(random.nextInt(orders.in.pools.size()));
        StopOrder order = new StopOrder(orders.in);

        boolean found = order.find(pool, riders, null);

        double cheapest = orders.cheapestFen(pool, riders);
        assertThat(found).isEqualTo(cheapest < Double.POSITIVE_INFINITY);
        if (found) {
            List<Integer> stops = new ArrayList<>();
            IntStream.range(0, order.boardCount).forEach(k -> stops.add(order.boards[k]));
            IntStream.range(0, order.alightCount).forEach(k -> stops.add(order.alights[k]));
            assertThat(orders.nobodyTooLong(stops, riders)).isTrue();
            assertThat(orders.fen(pool, stops, riders)).isCloseTo(cheapest, within(1.0));
        }
    }

    /** Counties around one city and another, so that most orders take too long for somebody. */
    private static final class WeekendOrders {
        final Instance in = new Instance(WeekendProblems.weekend(40, 5));

        List<LegTask> riders(Random random) {
            GroupFact first = in.groups.get(random.nextInt(in.groups.size()));
            GroupFact[] near = new Neighbours(in).of(first);
            List<LegTask> riders = new ArrayList<>();
            List<Integer> boards = new ArrayList<>();
            List<Integer> alights = new ArrayList<>();
            for (int i = 0; i < near.length && riders.size() < 5; i++) {
                GroupFact group = near[i];
                if (random.nextInt(3) > 0 && group.direct) {
                    boards.add(group.from);
                    alights.add(group.to);
                    if (boards.stream().distinct().count() <= 4
                            && alights.stream().distinct().count() <= 4) {
                        riders.add(LegTask.direct(group, Math.min(8, group.headcount), 0));
                    }
                }
            }
            riders.sort(TripScheduler.CANONICAL);
            return riders;
        }

        double cheapestFen(PoolFact pool, List<LegTask> riders) {
            double cheapest = Double.POSITIVE_INFINITY;
            List<Integer> boards =
                    riders.stream().map(LegTask::board).distinct().toList();
            List<Integer> alights =
                    riders.stream().map(LegTask::alight).distinct().toList();
            for (List<Integer> out : permutations(boards)) {
                for (List<Integer> back : permutations(alights)) {
                    List<Integer> stops = new ArrayList<>(out);
                    stops.addAll(back);
                    if (nobodyTooLong(stops, riders)) {
                        cheapest = Math.min(cheapest, fen(pool, stops, riders));
                    }
                }
            }
            return cheapest;
        }

        boolean nobodyTooLong(List<Integer> stops, List<LegTask> riders) {
            for (LegTask task : riders) {
                long driving = 0;
                for (int k = stops.indexOf(task.board()); stops.get(k) != task.alight(); k++) {
                    driving += in.seconds[stops.get(k)][stops.get(k + 1)];
                }
                if (driving > in.rules.maxRideSeconds(in.seconds[task.board()][task.alight()])) {
                    return false;
                }
            }
            return true;
        }

        /** Kilometres and passenger time; one day of drivers is the same for all, except where the drive is long. */
        double fen(PoolFact pool, List<Integer> stops, List<LegTask> riders) {
            double perSecond = in.rules.weights().fenPerPassengerHour() / 3600.0;
            double fen = (in.metres[pool.depot][stops.get(0)] + in.metres[stops.get(stops.size() - 1)][pool.depot])
                    * (pool.pool.fenPerEmptyKm() / 1000.0);
            for (int k = 0; k + 1 < stops.size(); k++) {
                fen += in.metres[stops.get(k)][stops.get(k + 1)] * (pool.pool.fenPerLoadedKm() / 1000.0);
            }
            for (LegTask task : riders) {
                int from = stops.indexOf(task.board());
                int to = stops.indexOf(task.alight());
                for (int k = from; k < to; k++) {
                    fen += task.headcount() * perSecond * in.seconds[stops.get(k)][stops.get(k + 1)];
                }
                fen += task.headcount() * perSecond * in.rules.stopSeconds() * (to - from - 1);
            }
            return fen;
        }

        private static List<List<Integer>> permutations(List<Integer> of) {
            if (of.isEmpty()) {
                return List.of(List.of());
            }
            List<List<Integer>> all = new ArrayList<>();
            for (Integer first : of) {
                List<Integer> rest = new ArrayList<>(of);
                rest.remove(first);
                for (List<Integer> more : permutations(rest)) {
                    List<Integer> one = new ArrayList<>(List.of(first));
                    one.addAll(more);
                    all.add(one);
                }
            }
            return all;
        }
    }
}
