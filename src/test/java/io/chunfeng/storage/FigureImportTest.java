package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chunfeng.dispatch.Author;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.EnteredFigures;
import io.chunfeng.statistics.EntrySheet;
import io.chunfeng.statistics.FigureEntry;
import io.chunfeng.statistics.FigureImport;
import io.chunfeng.statistics.FileFinding;
import io.chunfeng.statistics.StaleFiguresException;
import io.chunfeng.statistics.StatisticsTable;
import io.chunfeng.statistics.StatisticsWorkbook;
import io.chunfeng.statistics.TableQuery;
import io.chunfeng.statistics.TableService;
import io.chunfeng.statistics.TemplateVersion;
import io.chunfeng.statistics.Templates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Our own workbook, filled in and brought back. */
class FigureImportTest {
    private static final Instant DUE = Instant.parse("2024-02-22T10:00:00Z");

    private final TestDatabase database = TestDatabase.migrated();
    private final Templates templates = database.templates(Clock.systemUTC());
    private final EnteredFigures figures = database.figures(Clock.systemUTC());
    private final FigureEntry entry = new FigureEntry(figures, database.ledger());
    private final FigureImport imports = new FigureImport(entry, figures);
    private final TableService tables = new TableService(templates, database.ledger(), figures);

    @AfterEach
    void close() {
        database.close();
    }

    private StatisticsTable table(String id, String unit) {
        return tables.table(
                new TableQuery(id, 1, unit, DUE, database.ledger().newest(), CountingSettings.DEFAULT));
    }

    private byte[] filled(String id, String unit, Consumer<XSSFSheet> pen) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StatisticsWorkbook.write(table(id, unit), out);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            pen.accept(workbook.getSheetAt(0));
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            workbook.write(changed);
            return changed.toByteArray();
        }
    }

    private FigureImport.Preview preview(String id, String unit, Consumer<XSSFSheet> pen) throws IOException {
        TemplateVersion version = templates.inForce(id).orElseThrow();
        return imports.preview(version, table(id, unit), filled(id, unit, pen));
    }

    /** @param address such as B3 */
    private static void write(XSSFSheet sheet, String address, Object value) {
        CellReference at = new CellReference(address);
        var cell = sheet.getRow(at.getRow()).getCell(at.getCol());
        if (value instanceof Double number) {
            cell.setCellValue(number);
        } else {
            cell.setCellValue((String) value);
        }
    }

    private void enter(String unit, int column, String typed) {
        TemplateVersion version = templates.inForce("T-2024-SX").orElseThrow();
        EntrySheet sheet = entry.sheet(version, version.template().unit(unit).orElseThrow(), DUE);
        entry.save(sheet, FigureEntry.read(sheet, Map.of(column, typed)), sheet.seen(), new Author("county", null));
    }

    @Test
    void aFilledInTableOfTheProvinceIsTakenAsOne() throws IOException {
        FigureImport.Preview preview = preview("T-2024-SX", "14", sheet -> {
            write(sheet, "B3", 12.0);
            write(sheet, "Q3", 10.17);
            write(sheet, "B4", 5.0);
            write(sheet, "S5", "城区、矿区");
            write(sheet, "T5", "郊区，平定县 盂县");
        });
        assertThat(preview.findings()).isEmpty();
        assertThat(preview.changes())
                .extracting(FigureImport.Change::address, FigureImport.Change::unit, FigureImport.Change::after)
                .containsExactly(
                        tuple("B3", "太原市", "12"),
                        tuple("Q3", "太原市", "10.17"),
                        tuple("B4", "大同市", "5"),
                        tuple("S5", "阳泉市", "城区、矿区"),
                        tuple("T5", "阳泉市", "郊区，平定县 盂县"));
        imports.take(preview, 0, new Author("li", null));
        StatisticsTable after = table("T-2024-SX", "14");
        assertThat(after.filled().get(1).number()).isEqualByComparingTo("12");
        assertThat(after.filled().get(16).number()).isEqualByComparingTo("10.17");
        assertThat(after.filled().get(2 * 20 + 19).words()).isEqualTo("郊区、平定县、盂县");
        assertThat(database.ledger().newest()).isEqualTo(1);
        assertThat(preview("T-2024-SX", "14", sheet -> {}).changes()).as("the same file again").isEmpty();
    }

    @Test
    void everyFaultIsNamedWithItsCellAndNothingIsTaken() throws IOException {
        FigureImport.Preview preview = preview("T-2024-SX", "14", sheet -> {
            write(sheet, "B3", 12.0);
            write(sheet, "C3", "53人");
            write(sheet, "D4", -1.0);
            write(sheet, "E5", 1.5);
            write(sheet, "H6", 3.0);
            write(sheet, "Q7", 500_000.0);
            write(sheet, "S8", "小店区");
            write(sheet, "A9", "南京市");
        });
        assertThat(preview.findings())
                .extracting(FileFinding::address, FileFinding::code)
                .containsExactlyInAnyOrder(
                        tuple("C3", "TEXT_IN_NUMBER"),
                        tuple("D4", "NEGATIVE"),
                        tuple("E5", "NOT_WHOLE"),
                        tuple("H6", "COUNTED_CHANGED"),
                        tuple("Q7", "IMPLAUSIBLE"),
                        tuple("S8", "NOT_OF_UNIT"),
                        tuple("A9", "WRONG_UNIT"));
        assertThatThrownBy(() -> imports.take(preview, 0, new Author("li", "照填")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(database.ledger().newest()).isZero();
    }

    @Test
    void yuanTypedForTenThousandYuanNeedAReason() throws IOException {
        FigureImport.Preview preview = preview("T-2024-SX", "1401", sheet -> write(sheet, "Q3", 10000.01));
        assertThat(preview.needsReason()).isTrue();
        assertThatThrownBy(() -> imports.take(preview, 0, new Author("li", null)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(imports.take(preview, 0, new Author("li", "含省级专项资金"))).isEqualTo(1);
    }

    @Test
    void shiftedColumnsAreNamedCellByCell() throws IOException {
        FigureImport.Preview preview = preview("T-2024-SX", "14", sheet -> {
            write(sheet, "C2", "线下招聘会场次");
            write(sheet, "D2", "线上招聘会提供就业岗位数量");
            write(sheet, "B3", 12.0);
        });
        assertThat(preview.findings())
                .extracting(FileFinding::address, FileFinding::code)
                .containsExactly(tuple("C2", "HEADER"), tuple("D2", "HEADER"));
        assertThat(preview.findings().get(0).args()).containsExactly("线上招聘会提供就业岗位数量", "线下招聘会场次");
        assertThat(preview.changes()).as("no figure is read").isEmpty();
    }

    @Test
    void aFormOfAnotherUnitAndAFileThatIsNoneAreRefused() throws IOException {
        byte[] ofQingdao = filled("T-2023-CF", "3702", sheet -> write(sheet, "B4", 12.0));
        TemplateVersion version = templates.inForce("T-2023-CF").orElseThrow();
        assertThat(imports.preview(version, table("T-2023-CF", "3701"), ofQingdao).findings())
                .extracting(FileFinding::address, FileFinding::code)
                .containsExactly(tuple("A2", "WRONG_UNIT"));
        byte[] none = "单位,数量".getBytes(StandardCharsets.UTF_8);
        assertThat(imports.preview(version, table("T-2023-CF", "3701"), none).findings())
                .extracting(FileFinding::code)
                .containsExactly("NOT_A_WORKBOOK");
    }

    @Test
    void theRulesAmongItemsHoldInAFileToo() throws IOException {
        FigureImport.Preview preview = preview("T-2023-CF", "3701", sheet -> {
            write(sheet, "B8", 10.0);
            write(sheet, "B9", 6.0);
            write(sheet, "B10", 5.0);
        });
        assertThat(preview.findings())
                .extracting(FileFinding::address, FileFinding::code)
                .containsExactly(tuple("B8", "PARTS_EXCEED"));
    }

    @Test
    void ofACityTheFileHasTheWholeAndItsCountiesAreTakenOff() throws IOException {
        enter("140105", 2, "4");
        enter("140106", 2, "3");
        assertThat(preview("T-2024-SX", "1401", sheet -> {}).changes()).isEmpty();
        assertThat(preview("T-2024-SX", "1401", sheet -> write(sheet, "B3", 6.0)).findings())
                .extracting(FileFinding::address, FileFinding::code)
                .containsExactly(tuple("B3", "BELOW_COUNTIES"));
        FigureImport.Preview more = preview("T-2024-SX", "1401", sheet -> write(sheet, "B3", 9.0));
        imports.take(more, 2, new Author("li", null));
        assertThat(figures.history("T-2024-SX", "1401"))
                .extracting(figure -> figure.value().toString())
                .containsExactly("Number[kept=2]");
        assertThat(table("T-2024-SX", "14").filled().get(1).number()).isEqualByComparingTo("9");
    }

    @Test
    void whoSawAnOlderStateIsTold() throws IOException {
        FigureImport.Preview preview = preview("T-2024-SX", "14", sheet -> {
            write(sheet, "B3", 12.0);
            write(sheet, "B4", 5.0);
        });
        enter("1402", 3, "100");
        assertThatThrownBy(() -> imports.take(preview, 0, new Author("li", null)))
                .isInstanceOf(StaleFiguresException.class);
        assertThat(figures.history("T-2024-SX", "1401")).as("nothing in half").isEmpty();
    }
}
