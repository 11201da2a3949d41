package io.chunfeng.intake;

import io.chunfeng.demand.Actor;
import io.chunfeng.demand.ChangeRequest;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.demand.Scope;
import io.chunfeng.intake.TableException.Reason;
import io.chunfeng.place.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Uploaded files with what was understood of them. A scope sees those whose uploader had no county outside of it. */
public interface ImportRepository {

    /** To be read. @param counties that the uploader may register for; null for all */
    long add(String fileName, Path file, String uploadedBy, Set<String> counties);

    Optional<Import> find(Scope scope, long id);

    /** Newest first. */
    List<Import> recent(Scope scope, int limit);

    void copyFile(long id, Path to) throws IOException;

    /**
     * Takes up the reading: what an attempt before has left is removed.
     *
     * @param untouchedFor only when nobody has been at it for so long
     * @return false when somebody else is at it, or it has been read
     */
    boolean takeUp(long id, Duration untouchedFor);

    /** To be read, and nobody has been at it for so long. */
    List<Long> leftAlone(Duration untouchedFor);

    void addRows(long id, List<ImportRow> rows, int rowsRead);

    void read(long id, TableKind kind, List<String> notes);

    void refuse(long id, Reason reason, String detail);

    /** To be compared once more. @return false when it has been applied */
    boolean readAgain(long id);

    /** In the order of the file. */
    List<ImportRow> rows(long id, Set<ImportRow.State> states, int limit, int offset);

    void eachRow(long id, Set<ImportRow.State> states, Consumer<ImportRow> rows);

    /** Ids of groups that files brought before, of these counties. */
    Set<String> broughtBefore(Collection<String> counties);

    /** Boarding points that counties have used, by county. */
    Map<String, Set<String>> boardingPoints();

    /** Keeps a boarding point for next time. */
    void keepBoardingPoint(String county, Place place);

    /**
     * What is to be done in one transaction, so that all of it is done or nothing.
     *
     * @param withdrawn numbers of the rows whose groups are to be withdrawn too
     */
    record Application(
            List<Place> places,
            List<RegistrationChange> changes,
            List<ChangeRequest.Ask> requests,
            Map<String, Set<String>> boardingPoints,
            Set<Integer> withdrawn) {}

    /**
     * @return false when it had been applied before; nothing is done then
     * @throws io.chunfeng.demand.StaleRegistrationException when a group has changed since it was compared
     */
    boolean apply(long id, Application application, Actor actor);
}
