package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.dispatch.OrderRider;
import io.chunfeng.dispatch.TripOrder;
import io.chunfeng.manifest.ManifestKeysException;
import io.chunfeng.manifest.ManifestRow;
import io.chunfeng.manifest.Manifests;
import io.chunfeng.manifest.NoSuchManifestException;
import io.chunfeng.plan.Plan;
import io.chunfeng.road.MapFormatException;
import io.chunfeng.road.MapNotReadyException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is printed about an order besides itself: places on the way, employers, and the manifests of its groups. */
@Component
class OrderSheets {
    private final PlanShelf shelf;
    private final PlanRoads roads;
    private final RegistrationRepository registrations;
    private final Manifests manifests;

    OrderSheets(PlanShelf shelf, PlanRoads roads, RegistrationRepository registrations, Manifests manifests) {
        this.shelf = shelf;
        this.roads = roads;
        this.registrations = registrations;
        this.manifests = manifests;
    }

    /**
     * @param via 主要途经地; empty where the map names nothing, or is not ready
     * @param firstDay of the charter plate, in Asia/Shanghai; {@code lastDay} likewise, both included
     */
    record Sheet(TripOrder order, String via, LocalDate firstDay, LocalDate lastDay, List<Party> parties) {

        public int named() {
            return parties.stream().mapToInt(party -> party.named().size()).sum();
        }
    }

    /**
     * A group on the trip.
     *
     * @param persons of it who ride this trip
     * @param named masked; empty without a manifest
     * @param sealed why its manifest cannot be opened, as a key of a message, or null
     */
    record Party(String groupId, String county, String employer, int persons, List<ManifestRow> named, String sealed) {}

    Sheet of(TripOrder order, Viewer viewer) {
        Map<String, Integer> persons = new LinkedHashMap<>();
        Map<String, String> counties = new LinkedHashMap<>();
        for (OrderRider rider : order.content().riders()) {
            persons.merge(rider.groupId(), rider.persons(), Integer::sum);
            counties.put(rider.groupId(), rider.county());
        }
        List<Party> parties = new ArrayList<>();
        persons.forEach((group, count) -> parties.add(party(viewer, group, counties.get(group), count)));
        return new Sheet(
                order,
                via(order),
                Format.dateOf(order.content().busyFrom()),
                Format.dateOf(order.content().busyUntil()),
                parties);
    }

    private Party party(Viewer viewer, String group, String county, int persons) {
        String employer = registrations
                .find(viewer.scope(), group)
                .map(registration -> registration.group().employer())
                .orElse(null);
        try {
            return new Party(
                    group,
                    county,
                    employer,
                    persons,
                    manifests.masked(viewer, group).rows(),
                    null);
        } catch (NoSuchManifestException e) {
            return new Party(group, county, employer, persons, List.of(), null);
        } catch (ManifestKeysException e) {
            return new Party(group, county, employer, persons, List.of(), "manifest.keys." + e.reason());
        }
    }

    private String via(TripOrder order) {
        try {
            return shelf.find(order.planId())
                    .flatMap(view -> view.plan().coachTrips().stream()
                            .filter(trip -> trip.id().equals(order.tripId()))
                            .findFirst()
                            .map(trip -> via(view, trip)))
                    .orElse("");
        } catch (MapNotReadyException | MapFormatException e) {
            return "";
        }
    }

    private String via(PlanView view, Plan.CoachTrip trip) {
        TripWay way = TripWay.of(trip, new Ways(view.names(), roads.of(view.id())));
        return way == null ? "" : way.via();
    }
}
