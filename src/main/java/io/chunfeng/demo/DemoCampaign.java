package io.chunfeng.demo;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Campaign;
import io.chunfeng.demand.Group;
import io.chunfeng.place.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * A whole season, ready to be stored. Every id named in it exists in it.
 *
 * @param groups in the order of registration: 返乡, 返岗, then what the province receives
 */
public record DemoCampaign(
        Campaign campaign,
        List<Place> places,
        List<Group> groups,
        List<CoachPool> coachPools,
        List<TrainService> trainServices,
        List<Flight> flights) {

    /** One whose weekend has every city and corridor near its share. */
    private static final long SEED = 20240373;

    public DemoCampaign {
        places = List.copyOf(places);
        groups = List.copyOf(groups);
        coachPools = List.copyOf(coachPools);
        trainServices = List.copyOf(trainServices);
        flights = List.copyOf(flights);
    }

    /**
     * Shanxi 2024: 22,000 person-trips registered by the counties of Shanxi, 4,000 返乡 and 18,000 返岗.
     *
     * <p>Places, coach pools, trains and flights are read from {@code demo/*.csv}. Groups come from a fixed seed:
     * first the sizes ({@link GroupSizes}), then exact shares by city, corridor and day ({@link ExactPartition}),
     * then the rest of each group ({@link Registration}).
     *
     * <p>Beside the 22,000 stand 456 miners who travel from 徐州 to 朔州. Their county of registration lies outside
     * Shanxi, so the other end owns and reports that trip.
     *
     * <p>Two things differ from a real season. The services of the peak weekend can be booked until 2024-02-16, so
     * that a run as of 2024-02-15 may use them. The weekly figures of {@link Season} leave no room for five sixths of
     * the 返岗 in two weeks; the weekly figures are kept.
     */
    public static DemoCampaign shanxi2024() {
        Campaign campaign = new Campaign(
                "cf-2024-14",
                "2024年春风行动",
                "山西",
                LocalDate.of(2024, 1, 25),
                LocalDate.of(2024, 4, 8),
                LocalDate.of(2024, 2, 10),
                LocalDate.of(2024, 2, 17),
                LocalDate.of(2024, 2, 18));
        List<Place> places = DemoPlaces.read();
        List<TrainService> trains = DemoCapacity.trainServices();
        List<Flight> flights = DemoCapacity.flights();
        Registration registration = new Registration(places, new Onward(places, trains, flights), new Random(SEED));
        return new DemoCampaign(
                campaign, places, registration.season(), DemoCapacity.coachPools(campaign), trains, flights);
    }
}
