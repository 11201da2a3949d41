package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.demand.Actor;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Party;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.demand.Scope;
import io.chunfeng.demand.StaleRegistrationException;
import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.intake.GroupImports;
import io.chunfeng.intake.Import;
import io.chunfeng.intake.ImportRepository;
import io.chunfeng.intake.ImportRow;
import io.chunfeng.intake.ImportRow.State;
import io.chunfeng.intake.TableException.Reason;
import io.chunfeng.intake.TableLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files from upload to registration, in a real database. */
class GroupImportsTest {
    private static final DemoCampaign DEMO = DemoCampaign.shanxi2024();
    private static final String COUNTY = "140106";
    private static final Actor CLERK = new Actor("yingze", Party.COUNTY, new Scope.RegisteredBy(Set.of(COUNTY)));
    private static final String HEAD = "编号,集合点,用工地,人数,出发日期,用工单位\n";

    @TempDir
    private Path folder;

    private TestDatabase database;
    private ImportRepository imports;
    private GroupImports groups;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        database.demand().save(DEMO.campaign());
        database.places().save(DEMO.places());
        Clock clock = Clock.systemUTC();
        imports = database.imports(clock);
        groups = new GroupImports(
                imports, database.demand(), database.registrations(clock), database.places(), TableLimits.of(20, 1000));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Import upload(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), csv);
        long id = imports.add("../../迎泽区.csv", file, "yingze", Set.of(COUNTY));
        groups.takeUp(id, Duration.ZERO);
        return find(id);
    }

    private Import find(long id) {
        return imports.find(CLERK.scope(), id).orElseThrow();
    }

    private List<ImportRow> rows(Import upload) {
        return imports.rows(upload.id(), EnumSet.allOf(State.class), 1000, 0);
    }

    private Registration registered(String id) {
        return database.registrations(Clock.systemUTC()).find(CLERK.scope(), id).orElseThrow();
    }

    private List<Registration> all() {
        return database.registrations(Clock.systemUTC()).all(new Scope.Everything());
    }

    private boolean apply(Import upload, Integer... withdrawn) {
        return groups.apply(upload.id(), Set.of(withdrawn), "file", CLERK);
    }

    @Test
    void validRowsAreTakenAndTheSameFileAgainChangesNothing() throws IOException {
        String csv = HEAD + "1,迎泽区,苏州工业园区,53人,2月17日,甲\n2,迎泽区,苏州工业园区,0,2月17日,乙\n,,,,,\n合计,,,53,,\n";
        Import first = upload(csv);
        assertThat(first.state()).isEqualTo(Import.State.READ);
        assertThat(rows(first)).extracting(ImportRow::state).containsExactly(State.NEW, State.PROBLEM, State.IGNORED);
        assertThat(all()).as("nothing before it is applied").isEmpty();

        assertThat(apply(first)).isTrue();
        assertThat(apply(first)).as("twice").isFalse();
        Registration group = registered(COUNTY + "-1");
        assertThat(group.state()).isEqualTo(GroupState.SUBMITTED);
        assertThat(group.group().headcount()).isEqualTo(53);
        assertThat(find(first.id()).state()).isEqualTo(Import.State.DONE);

        Import second = upload(csv);
        assertThat(second.changes()).isZero();
        assertThat(rows(second))
                .extracting(ImportRow::state)
                .containsExactly(State.UNCHANGED, State.PROBLEM, State.IGNORED);
        apply(second);
        assertThat(registered(COUNTY + "-1").version()).isEqualTo(group.version());
    }

    @Test
    void withoutNumbersGroupsAreKnownByWhatTheyAre() throws IOException {
        String csv = "集合点,用工地,人数,出发日期\n迎泽区,苏州工业园区,30,2-17\n迎泽区,苏州工业园区,20,2-17\n";
        Import first = upload(csv);
        apply(first);
        List<ImportRow> again = rows(upload(csv.replace(",20,", ",25,")));
        assertThat(again).extracting(ImportRow::state).containsExactly(State.UNCHANGED, State.CHANGED);
        assertThat(again.get(1).before().headcount()).isEqualTo(20);
        assertThat(again.get(1).groupId()).endsWith("-2");
    }

    @Test
    void whatALaterFileLacksIsOnlyOffered() throws IOException {
        apply(upload(HEAD + "1,迎泽区,苏州工业园区,53,2-17,\n2,迎泽区,苏州工业园区,10,2-17,\n3,迎泽区,苏州工业园区,11,2-17,\n"));
        Import later = upload(HEAD + "1,迎泽区,苏州工业园区,54,2-17,\n");
        List<ImportRow> rows = rows(later);
        assertThat(rows).extracting(ImportRow::state).containsExactly(State.CHANGED, State.WITHDRAWN, State.WITHDRAWN);
        assertThat(rows.get(1).groupId()).isEqualTo(COUNTY + "-2");
        apply(later, 3);
        assertThat(registered(COUNTY + "-1").group().headcount()).isEqualTo(54);
        assertThat(registered(COUNTY + "-2").state()).isEqualTo(GroupState.SUBMITTED);
        assertThat(registered(COUNTY + "-3").state()).isEqualTo(GroupState.WITHDRAWN);
    }

    @Test
    void publishedGroupsGetARequestInstead() throws IOException {
        apply(upload(HEAD + "1,迎泽区,苏州工业园区,53,2-17,\n"));
        var registrations = database.registrations(Clock.systemUTC());
        for (GroupState to : List.of(GroupState.ACCEPTED, GroupState.PLANNED, GroupState.PUBLISHED)) {
            int version = registered(COUNTY + "-1").version();
            registrations.apply(List.of(new RegistrationChange.Move(COUNTY + "-1", to, version, null)), "test");
        }
        Import later = upload(HEAD + "1,迎泽区,苏州工业园区,60,2-17,\n");
        assertThat(rows(later)).extracting(ImportRow::state).containsExactly(State.REQUEST);
        apply(later);
        assertThat(registered(COUNTY + "-1").group().headcount()).isEqualTo(53);
        assertThat(database.requests(Clock.systemUTC()).open(CLERK.scope()))
                .singleElement()
                .satisfies(request -> assertThat(request.wanted().headcount()).isEqualTo(60));
    }

    @Test
    void whatHasChangedSinceItWasComparedIsNotOverwritten() throws IOException {
        apply(upload(HEAD + "1,迎泽区,苏州工业园区,53,2-17,\n"));
        Import stale = upload(HEAD + "0,迎泽区,苏州工业园区,9,2-17,\n1,迎泽区,苏州工业园区,60,2-17,\n");
        apply(upload(HEAD + "1,迎泽区,苏州工业园区,55,2-17,\n"));
        assertThatThrownBy(() -> apply(stale)).isInstanceOf(StaleRegistrationException.class);
        assertThat(all()).extracting(r -> r.group().headcount()).containsExactly(55);
        assertThat(find(stale.id()).state()).isEqualTo(Import.State.READ);

        assertThat(imports.readAgain(stale.id())).isTrue();
        groups.takeUp(stale.id(), Duration.ZERO);
        assertThat(apply(find(stale.id()))).isTrue();
        assertThat(registered(COUNTY + "-1").group().headcount()).isEqualTo(60);
    }

    @Test
    void nothingIsHalfWritten() throws IOException {
        Import upload = upload(HEAD + "1,迎泽区,苏州工业园区,53,2-17,\n2,迎泽区,苏州工业园区,10,2-17,\n");
        database.sql()
                .sql("ALTER TABLE worker_group ADD CHECK (headcount <> 10)")
                .update();
        assertThatThrownBy(() -> apply(upload)).isInstanceOf(RuntimeException.class);
        assertThat(all()).isEmpty();
        assertThat(find(upload.id()).state()).isEqualTo(Import.State.READ);
    }

    @Test
    void aNewBoardingPointIsKeptForNextTime() throws IOException {
        String head = "编号,集合点,经度,纬度,坐标系,用工地,人数,出发日期\n";
        Import upload = upload(head + "1,湖滨广场东门,112.5778,37.8592,高德,苏州工业园区,53,2-17\n");
        assertThat(rows(upload).get(0).problems()).isEmpty();
        apply(upload);
        assertThat(rows(upload(HEAD + "1,湖滨广场东门,苏州工业园区,53,2-17,\n")))
                .extracting(ImportRow::state)
                .containsExactly(State.UNCHANGED);
        assertThat(imports.boardingPoints().get(COUNTY)).hasSize(1);
    }

    @Test
    void othersDoNotSeeIt() throws IOException {
        Import upload = upload(HEAD + "1,迎泽区,苏州工业园区,53,2-17,\n");
        assertThat(imports.find(new Scope.RegisteredBy(Set.of("140105")), upload.id()))
                .isEmpty();
        assertThat(imports.find(new Scope.ArrivingIn(Set.of(COUNTY)), upload.id()))
                .isEmpty();
        assertThat(imports.recent(new Scope.RegisteredBy(Set.of("140105")), 10)).isEmpty();
        assertThat(imports.recent(new Scope.RegisteredBy(Set.of(COUNTY, "140105")), 10))
                .hasSize(1);
        assertThat(imports.recent(new Scope.Everything(), 10)).hasSize(1);
    }

    @Test
    void whatIsNoTableIsRefusedAndALostReaderIsReplaced() throws IOException {
        Import refused = upload("%PDF-1.4");
        assertThat(refused.state()).isEqualTo(Import.State.REFUSED);
        assertThat(refused.refusal()).isEqualTo(Reason.UNKNOWN_KIND);
        assertThat(upload("名称,数量\n苹果,3\n").refusal()).isEqualTo(Reason.NO_HEADER);

        Path file = Files.writeString(folder.resolve("b.csv"), HEAD + "1,迎泽区,苏州工业园区,53,2-17,\n");
        long killed = imports.add("b.csv", file, "yingze", Set.of(COUNTY));
        assertThat(imports.takeUp(killed, Duration.ZERO)).isTrue();
        imports.addRows(killed, List.of(), 7);
        assertThat(imports.takeUp(killed, Duration.ofSeconds(30)))
                .as("somebody is at it")
                .isFalse();
        assertThat(imports.leftAlone(Duration.ofSeconds(30))).isEmpty();
        assertThat(imports.leftAlone(Duration.ZERO)).containsExactly(killed);
        groups.takeUp(killed, Duration.ZERO);
        assertThat(find(killed).count(State.NEW)).isEqualTo(1);
    }
}
