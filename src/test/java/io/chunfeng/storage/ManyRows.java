package io.chunfeng.storage;

import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.place.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A large file of groups from all counties of the demo, one row in fifty wrong; the same for the same seed. */
final class ManyRows {
    private static final long SEED = 20240217;
    private static final List<String> HEAD =
            List.of("编号", "县（市、区）", "集合点", "用工地", "人数（人）", "轮椅人数", "出发日期", "出发时间", "到达时间", "出行方式", "优先级", "用工单位");

    private ManyRows() {}

    static Path xlsx(Path file, int rows) throws IOException {
        Random random = new Random(SEED);
        List<Place> places = DemoCampaign.shanxi2024().places();
        List<Place> homes = places.stream().filter(p -> p.id().startsWith("14")).toList();
        List<Place> works =
                places.stream().filter(p -> p.id().startsWith("wp-")).toList();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("全省");
            row(sheet, 0, HEAD);
            for (int i = 1; i <= rows; i++) {
                Place home = homes.get(random.nextInt(homes.size()));
                boolean wrong = i % 50 == 0;
                row(
                        sheet,
                        i,
                        List.of(
                                "N" + i,
                                home.adminCode(),
                                home.id(),
                                works.get(random.nextInt(works.size())).name(),
                                wrong ? "0" : (5 + random.nextInt(55)) + "人",
                                random.nextInt(30) == 0 ? "1" : "",
                                "2月" + (12 + random.nextInt(17)) + "日",
                                "上午8点",
                                "",
                                "包车、火车",
                                "一般",
                                "第" + random.nextInt(5000) + "电子厂"));
            }
            workbook.write(out);
        }
        return file;
    }

    private static void row(Sheet sheet, int number, List<String> texts) {
        Row row = sheet.createRow(number);
        for (int c = 0; c < texts.size(); c++) {
            if (!texts.get(c).isEmpty()) {
                row.createCell(c).setCellValue(texts.get(c));
            }
        }
    }
}
