package io.chunfeng.storage;

import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.demand.Campaign;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Mode;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.manifest.Asker;
import io.chunfeng.manifest.Keyring;
import io.chunfeng.manifest.ManifestChanges;
import io.chunfeng.manifest.ManifestExpiry;
import io.chunfeng.manifest.ManifestRepository;
import io.chunfeng.manifest.Manifests;
import io.chunfeng.manifest.Passenger;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Two counties with their groups, manifests and keys on a real database, on 2024-02-10. */
final class ManifestWorld implements AutoCloseable {
    static final Instant NOW = Instant.parse("2024-02-10T04:00:00Z");
    static final String TAIYUAN = "140107";
    static final String SHUOZHOU = "140602";

    static final Asker COUNTY = county(TAIYUAN);
    static final Asker OTHER_COUNTY = county(SHUOZHOU);
    static final Asker DISPATCHER = asker("diaodu", Role.DISPATCHER);

    /** From 太原 to 深圳 on 02-17. */
    static final String GROUP = "G1";
    /** From 朔州 to 深圳 on 02-18. */
    static final String OTHER_GROUP = "G2";
    /** Home from 深圳 to 太原 on 01-30. */
    static final String HOMEWARD = "G3";

    final TestDatabase database = TestDatabase.migrated();
    final Path keyFile;
    final ManifestRepository rows;
    final Keyring keys;
    final Manifests manifests;
    final ManifestChanges changes;

    /** @param folder for the keys */
    ManifestWorld(Path folder) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        keyFile = folder.resolve("keys").resolve("manifest-keys.txt");
        rows = database.manifests(clock);
        keys = new Keyring(keyFile, rows);
        manifests = new Manifests(rows, keys, database.registrations(clock), database.audit(), clock);
        changes = new ManifestChanges(rows, keys, database.registrations(clock), database.audit(), clock);
        database.demand()
                .save(new Campaign(
                        "c",
                        "2024年春风行动",
                        "山西",
                        LocalDate.of(2024, 1, 25),
                        LocalDate.of(2024, 4, 8),
                        LocalDate.of(2024, 2, 10),
                        LocalDate.of(2024, 2, 17),
                        LocalDate.of(2024, 2, 18)));
        database.places()
                .save(List.of(
                        place("P1", "太原站", TAIYUAN), place("P2", "朔州站", SHUOZHOU), place("P3", "深圳园区", "440306")));
        database.demand()
                .save(List.of(
                        group(GROUP, TAIYUAN, "P1", "P3", LocalDate.of(2024, 2, 17)),
                        group(OTHER_GROUP, SHUOZHOU, "P2", "P3", LocalDate.of(2024, 2, 18)),
                        group(HOMEWARD, TAIYUAN, "P3", "P1", LocalDate.of(2024, 1, 30))));
    }

    static Asker asker(String login, Role role) {
        return new Asker(new Viewer(login, login, role, Set.of(), null), "127.0.0.1");
    }

    static Asker county(String code) {
        return new Asker(new Viewer("xian-" + code, "县", Role.COUNTY, Set.of(code), null), "127.0.0.1");
    }

    private static Place place(String id, String name, String code) {
        return new Place(id, name, code, Position.wgs84(112, 37));
    }

    /** Of 20 with one wheelchair. */
    static Group group(String id, String county, String from, String to, LocalDate day) {
        Instant morning = day.atTime(8, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
        return new Group(
                id,
                county,
                from,
                to,
                20,
                1,
                morning,
                morning.plusSeconds(172_800),
                day,
                Set.of(Mode.COACH),
                1,
                1,
                null);
    }

    /** From no matter which version. */
    void put(Asker asker, String groupId, List<Passenger> passengers) {
        int version = rows.find(groupId).map(stored -> stored.version()).orElse(0);
        changes.replace(asker, groupId, version, passengers);
    }

    void move(String groupId, GroupState to) {
        var registrations = database.registrations(Clock.fixed(NOW, ZoneOffset.UTC));
        int version = registrations
                .find(new io.chunfeng.demand.Scope.Everything(), groupId)
                .orElseThrow()
                .version();
        registrations.apply(List.of(new RegistrationChange.Move(groupId, to, version, null)), "chunfeng");
    }

    /** @param day in Asia/Shanghai, at its first moment */
    ManifestExpiry expiryOn(LocalDate day) {
        Clock clock = Clock.fixed(day.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant(), ZoneOffset.UTC);
        return new ManifestExpiry(rows, keys, database.audit(), clock, 30);
    }

    @Override
    public void close() {
        database.close();
    }
}
