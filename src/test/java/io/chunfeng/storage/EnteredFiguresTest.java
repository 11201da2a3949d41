package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.dispatch.Author;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.EnteredFigures;
import io.chunfeng.statistics.EntrySheet;
import io.chunfeng.statistics.FigureEntry;
import io.chunfeng.statistics.FilledCell;
import io.chunfeng.statistics.FormLayout;
import io.chunfeng.statistics.StaleFiguresException;
import io.chunfeng.statistics.StaleTemplateException;
import io.chunfeng.statistics.StatisticsTable;
import io.chunfeng.statistics.TableQuery;
import io.chunfeng.statistics.TableService;
import io.chunfeng.statistics.TemplateFault;
import io.chunfeng.statistics.TemplateForm;
import io.chunfeng.statistics.TemplateForm.FormColumn;
import io.chunfeng.statistics.TemplateForm.SourceKind;
import io.chunfeng.statistics.TemplateVersion;
import io.chunfeng.statistics.Templates;
import io.chunfeng.statistics.ValueKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Templates and entered figures in PostgreSQL. */
class EnteredFiguresTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-02-22T09:00:00Z"), ZoneOffset.UTC);
    private static final Instant FIRST = Instant.parse("2024-02-15T10:00:00Z");
    private static final Instant SECOND = Instant.parse("2024-02-22T10:00:00Z");

    private final TestDatabase database = TestDatabase.migrated();
    private final Templates templates = database.templates(CLOCK);
    private final EnteredFigures figures = database.figures(CLOCK);
    private final FigureEntry entry = new FigureEntry(figures, database.ledger());
    private final TableService tables = new TableService(templates, database.ledger(), figures);

    @AfterEach
    void close() {
        database.close();
    }

    private EntrySheet sheet(String id, String unit, Instant asOf) {
        TemplateVersion version = templates.inForce(id).orElseThrow();
        return entry.sheet(version, version.template().unit(unit).orElseThrow(), asOf);
    }

    private long enter(String unit, Instant asOf, String reason, Map<Integer, String> typed) {
        EntrySheet sheet = sheet("T-2024-SX", unit, asOf);
        return entry.save(sheet, FigureEntry.read(sheet, typed), sheet.seen(), new Author("zhang", reason));
    }

    private String cell(Instant asOf, long recording, int row, int column) {
        StatisticsTable table =
                tables.table(new TableQuery("T-2024-SX", 1, "14", asOf, recording, CountingSettings.DEFAULT));
        FilledCell cell = table.filled().get(row * 20 + column - 1);
        return cell.number() == null ? cell.words() : cell.number().toPlainString();
    }

    @Test
    void countiesRollUpToTheirCity() {
        enter("140302", FIRST, null, Map.of(2, "2", 17, "0.000001", 19, "城区"));
        enter("140303", FIRST, null, Map.of(2, "3", 17, "1.5", 20, "矿区"));
        assertThat(cell(FIRST, 2, 2, 2)).isEqualTo("5");
        assertThat(cell(FIRST, 2, 2, 17)).isEqualTo("1.500001");
        long recording = enter("1403", SECOND, null, Map.of(2, "10", 19, "城区、郊区、平定县", 20, "矿区、盂县"));
        assertThat(cell(SECOND, recording, 2, 2)).isEqualTo("15");
        assertThat(cell(SECOND, recording, 2, 19)).isEqualTo("城区、郊区、平定县");
        assertThat(cell(SECOND, recording, 0, 2)).as("nothing is not zero").isNull();
    }

    @Test
    void whatWasKnownAsOfARecordingNeverChanges() {
        long first = enter("1401", FIRST, null, Map.of(2, "7"));
        long second = enter("1401", FIRST, "漏报一场", Map.of(2, "8"));
        assertThat(second).isEqualTo(first + 1);
        long third = enter("1401", SECOND, null, Map.of(2, "9"));
        assertThat(List.of(cell(SECOND, first, 0, 2), cell(SECOND, second, 0, 2), cell(SECOND, third, 0, 2)))
                .containsExactly("7", "8", "9");
        assertThat(cell(FIRST, third, 0, 2)).as("of the earlier moment").isEqualTo("8");
        assertThat(cell(FIRST.minusMillis(1), third, 0, 2)).isNull();
        assertThat(figures.history("T-2024-SX", "1401"))
                .extracting(figure -> figure.recording().reason())
                .containsExactly(null, "漏报一场", null);
    }

    @Test
    void withoutChangesNothingIsRecordedAndWithFindingsNeither() {
        enter("1401", FIRST, null, Map.of(2, "7"));
        assertThat(enter("1401", SECOND, null, Map.of(2, "7"))).isZero();
        EntrySheet sheet = sheet("T-2024-SX", "1401", SECOND);
        FigureEntry.Reading falls = FigureEntry.read(sheet, Map.of(2, "6"));
        assertThatThrownBy(() -> entry.save(sheet, falls, sheet.seen(), new Author("zhang", null)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(database.ledger().newest()).isEqualTo(1);
    }

    @Test
    void ofTwoWhoEnterTheSameAtOnceTheSecondIsToldAndNothingOfHersIsKept() throws Exception {
        EntrySheet seen = sheet("T-2024-SX", "1401", FIRST);
        Callable<Long> zhang =
                () -> entry.save(seen, FigureEntry.read(seen, Map.of(2, "7", 3, "1")), 0, new Author("zhang", null));
        Callable<Long> li =
                () -> entry.save(seen, FigureEntry.read(seen, Map.of(2, "8", 3, "2")), 0, new Author("li", null));
        ExecutorService two = Executors.newFixedThreadPool(2);
        int stale = 0;
        for (Future<Long> saved : two.invokeAll(List.of(zhang, li))) {
            try {
                assertThat(saved.get()).isEqualTo(1);
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(StaleFiguresException.class);
                stale++;
            }
        }
        two.shutdown();
        assertThat(stale).isEqualTo(1);
        assertThat(figures.history("T-2024-SX", "1401")).hasSize(2);
        assertThat(database.ledger().newest()).isEqualTo(1);
    }

    @Test
    void theDatabaseRefusesToChangeFiguresAndVersionsInForce() {
        enter("1401", FIRST, null, Map.of(2, "7"));
        for (String change : List.of(
                "UPDATE entered_figure SET number = 8",
                "DELETE FROM entered_figure",
                "UPDATE statistics_template SET form = '{}' WHERE id = 'T-2024-SX'",
                "UPDATE statistics_template SET status = 'DRAFT' WHERE id = 'T-2024-SX'",
                "DELETE FROM statistics_template WHERE id = 'T-2024-SX'")) {
            assertThatThrownBy(() -> database.sql().sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void atAnotherStartWhatIsThereStays() {
        assertThat(templates.inForce())
                .extracting(TemplateVersion::id)
                .containsExactlyInAnyOrder("T-2024-SX", "T-2023-CF", "T-2023-YZ", "T-2023-CL");
        TemplateVersion draft = templates.draft("T-2026").orElseThrow();
        templates.saveDraft(withColumns(draft.form(), column(null, "举办活动场次", ValueKind.COUNT)), 1, "wang");
        assertThat(database.templates(CLOCK).draft("T-2026").orElseThrow().edition())
                .isEqualTo(2);
        assertThat(database.templates(CLOCK).all()).hasSize(5);
    }

    @Test
    void aTemplateIsCompletedFilledInAndChangedWithoutARestart() {
        TemplateForm shipped = templates.draft("T-2026").orElseThrow().form();
        assertThatThrownBy(() -> templates.publish("T-2026", 1, "wang"))
                .isInstanceOf(TemplateFault.class)
                .hasMessageContaining("columns are missing");
        assertThat(templates.inForce("T-2026")).as("nothing half published").isEmpty();

        TemplateForm first = withColumns(shipped, column(null, "举办活动场次", ValueKind.COUNT));
        templates.saveDraft(first, 1, "wang");
        assertThatThrownBy(() -> templates.saveDraft(first, 1, "li")).isInstanceOf(StaleTemplateException.class);
        assertThatThrownBy(() -> templates.publish("T-2026", 1, "li")).isInstanceOf(StaleTemplateException.class);
        templates.publish("T-2026", 2, "wang");

        EntrySheet sheet = sheet("T-2026", "3701", SECOND);
        entry.save(sheet, FigureEntry.read(sheet, Map.of(2, "31")), 0, new Author("zhang", null));
        assertThat(jinan(1)).isEqualTo("31");

        // the column moves one to the right and keeps its figures; the first version stays as it was
        TemplateForm second =
                withColumns(first, column("c9", "参加企业", ValueKind.COUNT), column("c2", "举办活动场次（场）", ValueKind.COUNT));
        templates.publish("T-2026", templates.saveDraft(second, 0, "wang").edition(), "wang");
        assertThat(templates.inForce("T-2026").orElseThrow().version()).isEqualTo(2);
        assertThat(jinan(1)).isEqualTo("31");
        StatisticsTable table = tables.table(new TableQuery("T-2026", 2, "37", SECOND, 1, CountingSettings.DEFAULT));
        assertThat(table.filled().get(2).number()).isEqualByComparingTo("31");
        assertThat(table.filled().get(1).number()).isNull();

        TemplateForm third = withColumns(first, column("c2", "举办活动场次", ValueKind.TEXT));
        int edition = templates.saveDraft(third, 0, "wang").edition();
        assertThatThrownBy(() -> templates.publish("T-2026", edition, "wang"))
                .isInstanceOf(TemplateFault.class)
                .hasMessageContaining("举办活动场次");
    }

    private String jinan(int version) {
        StatisticsTable table =
                tables.table(new TableQuery("T-2026", version, "37", SECOND, 1, CountingSettings.DEFAULT));
        return table.filled().get(1).number().toPlainString();
    }

    private static FormColumn column(String key, String text, ValueKind kind) {
        return new FormColumn(key, text, null, SourceKind.ENTERED, null, null, kind, null, null, null);
    }

    private static TemplateForm withColumns(TemplateForm form, FormColumn... columns) {
        FormColumn city = new FormColumn("c1", "市级名称", null, SourceKind.CITY, null, null, null, null, null, null);
        List<FormColumn> all = new ArrayList<>(List.of(city));
        all.addAll(List.of(columns));
        return new TemplateForm(
                form.id(),
                form.title(),
                FormLayout.ROWS,
                form.province(),
                null,
                all,
                form.checks(),
                form.footer(),
                form.notes(),
                form.calendar());
    }
}
