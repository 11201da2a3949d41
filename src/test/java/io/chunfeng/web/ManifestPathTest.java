package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.AuditLog;
import io.chunfeng.account.Role;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.Group;
import io.chunfeng.manifest.TestPersons;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The county's way with a manifest, by browser and by hand-made requests; nothing of it gets where it does not belong. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "chunfeng.manifest-days-kept=100000")
class ManifestPathTest extends RunningApplication {
    private static final Pattern ROW = Pattern.compile("/rows/([0-9a-f-]{36})/open");

    @TempDir
    private Path folder;

    @Autowired
    private DemandRepository demand;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcClient sql;

    @Value("${chunfeng.data-folder}")
    private Path data;

    private Group group;
    private String page;

    @BeforeEach
    void emptyManifest() {
        group = demand.groups().stream()
                .filter(candidate -> candidate.county().equals("140821"))
                .findFirst()
                .orElseThrow();
        page = "/manifests/" + group.id();
        sql.sql("DELETE FROM manifest").update();
    }

    @Test
    void aCountyUploadsCorrectsAndOpens() throws IOException {
        Path wrong = folder.resolve("花名册.csv");
        Files.writeString(wrong, csv(1, 6).replace(TestPersons.id(3), "1.49999E+17") + "测试空,,,,,,\n");
        Path right = folder.resolve("花名册-改.csv");
        Files.writeString(right, csv(1, 6) + "测试婴,,,,婴幼儿,,\n");
        try (Browser browser = browser(Role.COUNTY)) {
            browser.open(page);
            browser.screenshot("manifest-empty-1280");
            browser.assertFitsTheWidth();
            upload(browser, wrong);
            browser.untilThere("table.faults");
            assertThat(browser.text("table.faults"))
                    .contains("证件号码")
                    .contains("C")
                    .contains("4")
                    .contains("文本");
            assertThat(browser.all("table.people")).isEmpty();
            browser.screenshot("manifest-faults-1280");
            browser.size(390, 900);
            browser.assertFitsTheWidth();
            browser.screenshot("manifest-faults-390");
            browser.size(1280, 900);
            upload(browser, right);
            browser.untilThere("table.people");
            assertThat(browser.all("table.people tbody tr")).hasSize(6);
            assertThat(browser.text("table.people"))
                    .contains("测****", "149***")
                    .doesNotContain(TestPersons.name(1), TestPersons.id(1));
            browser.screenshot("manifest-masked-1280");
            browser.assertFitsTheWidth();

            browser.find("table.people tbody tr:nth-child(2) button").click();
            browser.untilThere("#edit");
            WebElement name = browser.find("#edit input[name=name]");
            assertThat(name.getDomProperty("value")).isEqualTo(TestPersons.name(2));
            assertThat(name.getDomAttribute("autocomplete")).isEqualTo("off");
            name.clear();
            name.sendKeys("测试改1");
            browser.find("#edit button[type=submit]").click();
            browser.untilThere("#e-name");
            assertThat(browser.find("#edit input[name=name]").getDomProperty("value"))
                    .isEqualTo("测试改1");
            browser.screenshot("manifest-correct-1280");
            browser.find("#edit input[name=name]").clear();
            browser.find("#edit input[name=name]").sendKeys("测试改");
            browser.find("#edit button[type=submit]").click();
            browser.untilThere("p.news");
            assertThat(browser.path()).isEqualTo(page + "?done=corrected");

            browser.find(".opening button").click();
            browser.untilThere("p.opened");
            assertThat(browser.text("table.people")).contains("测试改", TestPersons.id(1));
            browser.screenshot("manifest-open-1280");
            browser.size(390, 900);
            browser.assertFitsTheWidth();
            browser.screenshot("manifest-open-390");
            browser.open(page);
            browser.assertFitsTheWidth();
            browser.screenshot("manifest-masked-390");
            browser.open("/groups/" + group.id());
            assertThat(browser.text("#manifest")).contains("5/6", "人数不足");
            browser.assertFitsTheWidth();
            browser.screenshot("manifest-box-390");
            browser.open("/manifests?match=SHORT");
            browser.assertFitsTheWidth();
            browser.screenshot("manifests-390");
            browser.size(1280, 900);
            browser.open("/manifests?lang=en");
            browser.screenshot("manifests-1280-en");
            browser.open("/manifests?lang=zh-CN");
        }
    }

    private static void upload(Browser browser, Path file) {
        browser.find("#upload input[type=file]").sendKeys(file.toAbsolutePath().toString());
        browser.find("#upload button[type=submit]").click();
        browser.until(
                "answered",
                Duration.ofSeconds(30),
                () -> browser.all("#wrong, p.news").size() > 0);
    }

    @Test
    void nothingPersonalIsPrintedLoggedAddressedOrLeftBehind(CapturedOutput output)
            throws IOException, InterruptedException {
        Session county = as(Role.COUNTY);
        HttpResponse<String> uploaded = upload(county, 0, false, csv(1, 9));
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(302);
        HttpResponse<String> shown = get(county, page);
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(shown.body()).doesNotContain(secrets());
        String row = found(ROW, shown.body());
        assertThat(post(county, page + "/rows/" + row + "/open", Map.of()).body())
                .contains(TestPersons.id(1));
        HttpResponse<String> opened = post(county, page + "/open", Map.of("reason", "ROLL_CALL"));
        assertThat(opened.body()).contains(secrets());
        assertThat(opened.headers().firstValue("Cache-Control")).contains("no-store");

        // everything that goes wrong
        Map<String, String> wrong = Map.of(
                "name",
                TestPersons.name(3),
                "number",
                TestPersons.id(3) + "9",
                "phone",
                "1",
                "version",
                "1",
                "role",
                "");
        assertThat(post(county, page + "/rows", wrong).statusCode()).isEqualTo(400);
        assertThat(post(county, page + "/rows", with(wrong, "number", TestPersons.id(3)))
                        .body())
                .contains(TestPersons.name(3));
        Map<String, String> right = with(with(wrong, "number", TestPersons.id(20)), "phone", TestPersons.phone(20));
        assertThat(post(county, page + "/rows", with(right, "version", "0")).statusCode())
                .isEqualTo(409);
        assertThat(post(county, page + "/rows", with(right, "version", TestPersons.id(3)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(county, page + "/rows/" + row, with(right, "number", TestPersons.id(4)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(upload(county, 1, true, csv(1, 9) + csv(1, 3)).statusCode()).isEqualTo(400);
        assertThat(upload(county, 1, false, csv(1, 9)).body()).contains("替换");
        assertThat(upload(county, 0, true, csv(1, 9)).statusCode()).isEqualTo(409);
        assertThat(upload(county, 1, true, "\"" + csv(1, 9)).statusCode()).isEqualTo(400);
        Path keys = data.resolve("keys").resolve("manifest-keys.txt");
        Path away = folder.resolve("away");
        Files.move(keys, away);
        assertThat(get(county, page).body()).contains("密钥文件不见了");
        assertThat(post(county, page + "/rows", right).body()).contains(TestPersons.name(3));
        assertThat(post(county, page + "/open", Map.of("reason", "CHECKING")).statusCode())
                .isEqualTo(302);
        Files.move(away, keys);
        sql.sql(
                        "UPDATE manifest_passenger SET group_id = group_id, sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1)")
                .update();
        assertThat(get(county, page).body()).contains("改动过");
        assertThat(post(county, page + "/open", Map.of("reason", "CHECKING")).statusCode())
                .isEqualTo(302);

        assertThat(output.getAll()).contains("manifest-keys.txt").doesNotContain(secrets());
        assertThat(audit.entries(null, null, 1000, 0).toString())
                .contains("manifest.opened", "ROLL_CALL")
                .doesNotContain(secrets());
        try (Stream<Path> files = Files.walk(data.resolve("manifest-uploads"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void whatIsExportedIsTextAndComesBackAsItWas() throws IOException, InterruptedException {
        Session county = as(Role.COUNTY);
        String file = csv(1, 4) + "测试注," + "," + TestPersons.id(9) + ",,,,\"=HYPERLINK(\"\"http://x\"\")\"\n";
        assertThat(upload(county, 0, false, file).statusCode()).isEqualTo(302);
        HttpRequest export = request(county, page + "/export")
                .header("X-CSRF-TOKEN", county.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("reason=TICKETS"))
                .build();
        HttpResponse<byte[]> exported =
                java.net.http.HttpClient.newHttpClient().send(export, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(exported.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(exported.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(".xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new java.io.ByteArrayInputStream(exported.body()))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(4);
            Cell id = sheet.getRow(1).getCell(2);
            assertThat(id.getStringCellValue()).isEqualTo(TestPersons.id(1));
            assertThat(id.getCellStyle().getDataFormatString()).isEqualTo("@");
            Cell formula = sheet.getRow(4).getCell(6);
            assertThat(formula.getStringCellValue()).startsWith("=HYPERLINK");
            assertThat(formula.getCellStyle().getQuotePrefixed()).isTrue();
        }
        HttpResponse<String> again = send(multipart(county, 1, true, "x.xlsx", exported.body()));
        assertThat(again.statusCode()).as(again.body()).isEqualTo(302);
        assertThat(audit.entries(null, "manifest.exported", 1, 0).get(0).detail())
                .isEqualTo("4 TICKETS");
    }

    @Test
    void numberCellsThatLostDigitsAreNamed() throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("名单");
            sheet.createRow(0).createCell(0).setCellValue("某县务工人员花名册");
            Row header = sheet.createRow(2);
            List<String> columns = List.of("序号", "身份证号码（必填）", "姓　名*", "联系电话");
            IntStream.range(0, columns.size()).forEach(c -> header.createCell(c).setCellValue(columns.get(c)));
            Row row = sheet.createRow(3);
            row.createCell(1).setCellValue(149999190101010018d);
            row.createCell(2).setCellValue("测试甲");
            row.createCell(3).setCellValue(13800001234d);
            Row sum = sheet.createRow(4);
            sum.createCell(2).setCellValue("合计：1 人");
            workbook.write(bytes);
        }
        HttpResponse<String> refused = send(multipart(as(Role.COUNTY), 0, false, "x.xlsx", bytes.toByteArray()));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("文件有 1 处需要更正", "<td class=\"n\">4</td>", "<b>B</b>", "后几位已丢失")
                .doesNotContain("13800001234");
    }

    @Test
    void nobodyElseGetsIn() throws IOException, InterruptedException {
        assertThat(upload(as(Role.COUNTY), 0, false, csv(1, 4)).statusCode()).isEqualTo(302);
        Group foreign = demand.groups().stream()
                .filter(candidate -> !candidate.county().equals("140821"))
                .findFirst()
                .orElseThrow();
        String elsewhere = "/manifests/" + foreign.id();
        for (String path : List.of(elsewhere, "/manifests/no-such-group")) {
            assertThat(get(as(Role.COUNTY), path).statusCode()).isEqualTo(404);
            assertThat(post(as(Role.COUNTY), path + "/open", Map.of("reason", "CHECKING"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(post(as(Role.COUNTY), path + "/export", Map.of("reason", "CHECKING"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(post(
                                    as(Role.COUNTY),
                                    path + "/rows",
                                    Map.of("version", "0", "name", "测试甲", "number", TestPersons.id(1)))
                            .statusCode())
                    .isEqualTo(404);
        }
        for (Role role : List.of(Role.REPORTER, Role.ADMINISTRATOR, Role.RECEIVER)) {
            assertThat(get(as(role), page).statusCode()).isEqualTo(403);
            assertThat(get(as(role), "/manifests").statusCode()).isEqualTo(403);
            assertThat(post(as(role), page + "/open", Map.of("reason", "CHECKING"))
                            .statusCode())
                    .isEqualTo(403);
        }
        HttpResponse<String> dispatcher = get(page);
        assertThat(dispatcher.body()).contains("149***").doesNotContain("id=\"upload\"", "id=\"add\"");
        assertThat(post(page + "/rows", Map.of("version", "1", "name", "测试甲", "number", TestPersons.id(9)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(page + "/open", Map.of("reason", "TICKETS")).body()).contains(TestPersons.id(1));
        HttpResponse<String> address = get(as(Role.COUNTY), page + "/open?lang=en");
        assertThat(address.statusCode()).isEqualTo(302);
        assertThat(get(as(Role.COUNTY), "/manifests").body()).doesNotContain(elsewhere);
    }

    private static String csv(int from, int to) {
        return "姓名,证件类型,证件号码,手机号码,人员类别,轮椅,备注\n"
                + IntStream.range(from, to)
                        .mapToObj(i -> String.join(
                                ",", TestPersons.name(i), "", TestPersons.id(i), TestPersons.phone(i), "", "", ""))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String[] secrets() {
        return IntStream.range(1, 9)
                .boxed()
                .flatMap(i -> Stream.of(TestPersons.name(i), TestPersons.id(i), TestPersons.phone(i)))
                .toArray(String[]::new);
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        Map<String, String> changed = new java.util.HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    private HttpResponse<String> upload(Session session, int version, boolean replace, String csv)
            throws IOException, InterruptedException {
        return send(multipart(session, version, replace, "x.csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpRequest multipart(Session session, int version, boolean replace, String name, byte[] file)
            throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field :
                Map.of("version", "" + version, "replace", "" + replace).entrySet()) {
            body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return request(session, page + "/file")
                .header("X-CSRF-TOKEN", session.token())
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
