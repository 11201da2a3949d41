package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.demand.Mode;
import io.chunfeng.intake.GroupColumn;
import io.chunfeng.intake.GroupImports;
import io.chunfeng.intake.GroupTemplate;
import io.chunfeng.intake.Import;
import io.chunfeng.intake.ImportRepository;
import io.chunfeng.intake.ImportRow;
import io.chunfeng.intake.MarkedFile;
import io.chunfeng.intake.MarkedFile.Mark;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Workbooks to download: the empty form, and an uploaded file with its problems marked. Both in Chinese, like the forms. */
@Controller
class GroupIntakeFiles {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final ImportRepository imports;
    private final GroupImports groups;
    private final GroupIntakeWords words;

    GroupIntakeFiles(ImportRepository imports, GroupImports groups, GroupIntakeWords words) {
        this.imports = imports;
        this.groups = groups;
        this.words = words;
    }

    @GetMapping("/intake/template.xlsx")
    ResponseEntity<ByteArrayResource> template(Viewer viewer) throws IOException {
        Set<String> counties = GroupIntakePage.countiesOf(viewer);
        List<Place> all = groups.places(counties);
        Map<GroupColumn, List<String>> choices = new HashMap<>();
        Set<String> known = new TreeSet<>();
        all.forEach(place -> known.add(place.name()));
        choices.put(GroupColumn.TO, List.copyOf(known));
        choices.put(GroupColumn.FROM, boardingPoints(all, counties));
        choices.put(
                GroupColumn.COUNTY,
                counties == null
                        ? List.of()
                        : counties.stream().sorted().map(AdminCodes.all()::path).toList());
        choices.put(
                GroupColumn.MODES,
                Stream.concat(
                                Stream.of(text("any")),
                                Stream.of(Mode.values()).map(mode -> words.text("mode." + mode, CHINESE)))
                        .toList());
        choices.put(
                GroupColumn.PRIORITY,
                Stream.of(1, 2, 3)
                        .map(p -> words.text("priority." + p, CHINESE))
                        .toList());
        choices.put(GroupColumn.SPLIT, List.of(text("yes"), text("no")));
        choices.put(GroupColumn.CRS, List.of("WGS-84", "GCJ-02（高德、腾讯）", "BD-09（百度）"));
        return answer("团组登记表.xlsx", out -> GroupTemplate.write(this::text, choices, out));
    }

    private List<String> boardingPoints(List<Place> all, Set<String> counties) {
        Map<String, Set<String>> own = imports.boardingPoints();
        Names names = new Names(all);
        return own.entrySet().stream()
                .filter(entry -> counties != null && counties.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .map(names::of)
                .distinct()
                .sorted()
                .toList();
    }

    private String text(String key) {
        return words.text("intake.template." + key, CHINESE);
    }

    @GetMapping("/intake/{id:\\d+}/marked.xlsx")
    ResponseEntity<ByteArrayResource> marked(@PathVariable long id, Viewer viewer) throws IOException {
        Import upload = imports.find(viewer.scope(), id)
                .filter(found -> found.kind() != null)
                .orElseThrow(NotFoundException::new);
        Map<String, Map<Integer, List<Mark>>> marks = new HashMap<>();
        imports.eachRow(id, EnumSet.complementOf(EnumSet.of(ImportRow.State.WITHDRAWN)), row -> {
            if (!row.problems().isEmpty()) {
                List<Mark> found = new ArrayList<>();
                row.problems().forEach(problem -> found.add(new Mark(problem.at(), words.whole(problem, CHINESE))));
                marks.computeIfAbsent(row.sheet(), sheet -> new HashMap<>()).put(row.row(), found);
            }
        });
        Path file = Files.createTempFile("chunfeng-marked-", ".table");
        try {
            imports.copyFile(id, file);
            String name = upload.fileName().replaceFirst("\\.[A-Za-z]{2,5}$", "") + "（问题标注）.xlsx";
            return answer(
                    name,
                    out -> MarkedFile.write(
                            file,
                            upload.kind(),
                            groups.limits(),
                            marks,
                            words.text("intake.marked.column", CHINESE),
                            out));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static ResponseEntity<ByteArrayResource> answer(String name, Writing writing) throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        writing.to(bytes);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(XLSX)
                .body(new ByteArrayResource(bytes.toByteArray()));
    }
}
