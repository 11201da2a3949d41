package io.chunfeng.intake;

import io.chunfeng.demand.Actor;
import io.chunfeng.demand.Campaign;
import io.chunfeng.demand.ChangeRequest;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.Scope;
import io.chunfeng.intake.ImportRepository.Application;
import io.chunfeng.intake.ImportRow.State;
import io.chunfeng.intake.TableException.Reason;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.CountyNames;
import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceCheck;
import io.chunfeng.place.PlaceRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads uploaded files and applies what they change. */
public final class GroupImports {
    private static final int ROWS_AT_ONCE = 500;
    private static final CountyNames COUNTIES = new CountyNames(AdminCodes.all());

    private final ImportRepository imports;
    private final DemandRepository demand;
    private final RegistrationRepository registrations;
    private final PlaceRepository places;
    private final TableLimits limits;

    public GroupImports(
            ImportRepository imports,
            DemandRepository demand,
            RegistrationRepository registrations,
            PlaceRepository places,
            TableLimits limits) {
        this.imports = imports;
        this.demand = demand;
        this.registrations = registrations;
        this.places = places;
        this.limits = limits;
    }

    public TableLimits limits() {
        return limits;
    }

    /** For reading one row or one form. @param counties that may be registered for; null for all */
    public GroupContext context(Set<String> counties) {
        Campaign campaign = demand.campaign().orElseThrow(NoCampaignException::new);
        List<Place> known = places(counties);
        return new GroupContext(
                campaign, counties, new PlaceBook(known, imports.boardingPoints(), COUNTIES), new PlaceCheck(known));
    }

    /** Known places, without the boarding points that other counties have set. @param counties null for all */
    public List<Place> places(Set<String> counties) {
        Map<String, Set<String>> points = imports.boardingPoints();
        return places.all().stream()
                .filter(place -> counties == null
                        || !place.id().startsWith(NewPlaces.PREFIX)
                        || counties.stream()
                                .anyMatch(c -> points.getOrDefault(c, Set.of()).contains(place.id())))
                .toList();
    }

    /** Reads the file of an import that was taken up. Whatever is wrong with it ends in its state. */
    public void read(long id) {
        Import upload = imports.find(new Scope.Everything(), id).orElseThrow();
        Path file = null;
        try {
            file = Files.createTempFile("chunfeng-import-", ".table");
            imports.copyFile(id, file);
            read(upload, file);
        } catch (TableException e) {
            imports.refuse(id, e.reason(), e.detail());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private void read(Import upload, Path file) {
        GroupContext context = context(upload.counties());
        Map<String, Registration> registered = registrations.all(scope(upload.counties())).stream()
                .collect(Collectors.toMap(r -> r.group().id(), r -> r));
        List<ImportRow> waiting = new ArrayList<>(ROWS_AT_ONCE);
        int[] count = {0};
        GroupComparison comparison = new GroupComparison(context, registered, row -> {
            waiting.add(row);
            if (waiting.size() == ROWS_AT_ONCE) {
                count[0] += waiting.size();
                imports.addRows(upload.id(), waiting, count[0]);
                waiting.clear();
            }
        });
        HeadedRows headed = new HeadedRows(List.of(GroupColumn.values()), GroupColumn.NEEDED, comparison);
        TableKind kind = TableFile.read(file, limits, headed);
        if (headed.end() == 0) {
            throw new TableException(Reason.NO_HEADER, String.join("、", headed.missing()));
        }
        comparison.offerWithdrawals(imports.broughtBefore(comparison.counties()));
        imports.addRows(upload.id(), waiting, count[0] + waiting.size());
        List<String> notes = new ArrayList<>();
        headed.passedOver().forEach(sheet -> notes.add("sheet:" + sheet));
        comparison.unread().forEach(header -> notes.add("column:" + header));
        imports.read(upload.id(), kind, notes);
    }

    private static Scope scope(Set<String> counties) {
        return counties == null ? new Scope.Everything() : new Scope.RegisteredBy(counties);
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes everything that is valid, all or nothing.
     *
     * @param withdrawn numbers of offered withdrawals that are wanted
     * @param reason given with requests for changes
     * @return false when it had been applied before
     */
    public boolean apply(long id, Set<Integer> withdrawn, String reason, Actor actor) {
        List<RegistrationChange> changes = new ArrayList<>();
        List<ChangeRequest.Ask> requests = new ArrayList<>();
        Map<String, Place> newPlaces = new LinkedHashMap<>();
        Map<String, Set<String>> points = new HashMap<>();
        imports.eachRow(id, EnumSet.of(State.NEW, State.CHANGED, State.REQUEST, State.WITHDRAWN), row -> {
            if (row.state() == State.WITHDRAWN) {
                if (withdrawn.contains(row.number())) {
                    withdraw(row, reason, changes, requests);
                }
                return;
            }
            if (row.newPlace() != null) {
                newPlaces.put(row.newPlace().id(), row.newPlace());
            }
            points.computeIfAbsent(row.county(), county -> new HashSet<>())
                    .add(row.group().from());
            if (row.state() == State.REQUEST) {
                requests.add(ChangeRequest.Ask.figures(row.before(), row.group(), reason));
            } else {
                changes.add(new RegistrationChange.Put(row.group(), GroupState.SUBMITTED, row.fromVersion()));
            }
        });
        Application application =
                new Application(List.copyOf(newPlaces.values()), changes, requests, points, withdrawn);
        return imports.apply(id, application, actor);
    }

    private static void withdraw(
            ImportRow row, String reason, List<RegistrationChange> changes, List<ChangeRequest.Ask> requests) {
        if (row.was() == GroupState.PUBLISHED) {
            requests.add(ChangeRequest.Ask.withdraw(row.groupId(), reason));
        } else {
            changes.add(new RegistrationChange.Move(row.groupId(), GroupState.WITHDRAWN, row.fromVersion(), reason));
        }
    }

    /** Reads it at once, unless somebody is at it. */
    public void takeUp(long id, Duration untouchedFor) {
        if (imports.takeUp(id, untouchedFor)) {
            read(id);
        }
    }
}
