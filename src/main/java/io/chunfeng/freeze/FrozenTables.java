package io.chunfeng.freeze;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Frozen tables and what is kept with them. Only ever added to. */
public interface FrozenTables {

    /** Runs while nothing is recorded and nothing else is frozen: all or nothing of it is kept. */
    <T> T alone(Supplier<T> work);

    /** Number of the newest of a template, 0 for none. */
    int newest(String template);

    /** Within {@link #alone}. */
    void add(FrozenTable table, FrozenContent content);

    /** Newest first. */
    List<FrozenTable> list();

    Optional<FrozenTable> find(FrozenKey key);

    /** The bytes that were signed. */
    Optional<byte[]> workbook(FrozenKey key);

    /** In the order of their addresses: by row of the table, then column. */
    List<FrozenCell> cells(FrozenKey key);

    /** The trips behind one cell. */
    List<FrozenShare> behind(FrozenKey key, String row, int column);

    /** The trips behind every cell. */
    List<FrozenShare> shares(FrozenKey key);

    /** The frozen cells in which a trip stands, newest table first. */
    List<StandsIn> standing(TripKey trip);

    void add(Subject subject, PlatformFile file);

    /** The newest file of the platform for a table; whatever the counting rule is. */
    Optional<PlatformFile> platform(Subject subject);

    /** The trips behind a table. */
    Map<TripKey, FrozenTrip> trips(FrozenKey key);
}
