package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.capacity.CapacityRegister;
import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.Finding;
import io.chunfeng.capacity.Surroundings;
import io.chunfeng.intake.MarkedFile;
import io.chunfeng.intake.MarkedFile.Mark;
import io.chunfeng.intake.OfferPreview;
import io.chunfeng.intake.OfferTemplate;
import io.chunfeng.place.PlaceRepository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Workbooks of capacity that go out: the template, what there is, an uploaded file with its problems marked. */
@Controller
class CapacityFiles {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final CapacityRepository capacity;
    private final CapacityRegister register;
    private final PlaceRepository places;
    private final CapacityUploads uploads;
    private final MessageSource messages;

    CapacityFiles(
            CapacityRepository capacity,
            CapacityRegister register,
            PlaceRepository places,
            CapacityUploads uploads,
            MessageSource messages) {
        this.capacity = capacity;
        this.register = register;
        this.places = places;
        this.uploads = uploads;
        this.messages = messages;
    }

    @GetMapping("/capacity/template.xlsx")
    ResponseEntity<byte[]> template() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OfferTemplate.write(List.of(), List.of(), List.of(), new Surroundings(List.of()), out);
        return workbook("运力模板.xlsx", out);
    }

    @GetMapping("/capacity/capacity.xlsx")
    ResponseEntity<byte[]> current() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OfferTemplate.write(
                capacity.coachPools(),
                capacity.trainServices(),
                capacity.flights(),
                new Surroundings(places.all()),
                out);
        return workbook("运力.xlsx", out);
    }

    @GetMapping("/capacity/import/{key}/marked.xlsx")
    ResponseEntity<byte[]> marked(@PathVariable String key, Viewer viewer, Locale locale) throws IOException {
        CapacityUploads.Upload upload = uploads.find(key, viewer.login()).orElseThrow(NotFoundException::new);
        OfferPreview preview = OfferPreview.of(upload.file(), register, new Surroundings(places.all()));
        Map<String, Map<Integer, List<Mark>>> marks = new HashMap<>();
        for (OfferPreview.Row row : preview.rows()) {
            for (OfferPreview.Cell cell : row.cells()) {
                marks.computeIfAbsent(row.sheet(), sheet -> new HashMap<>())
                        .computeIfAbsent(cell.row(), number -> new ArrayList<>())
                        .add(new Mark(cell.column(), cell.header() + "：" + words(cell.finding(), locale)));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String column = messages.getMessage("capacity.import.column", null, locale);
        MarkedFile.write(upload.file(), preview.kind(), OfferPreview.LIMITS, marks, column, out);
        return workbook("运力-问题.xlsx", out);
    }

    private String words(Finding finding, Locale locale) {
        Object[] figures = finding.figures().toArray();
        return messages.getMessage("capacity.expected." + finding.fault(), figures, locale) + " "
                + messages.getMessage("capacity.advice." + finding.fault(), figures, locale);
    }

    private static ResponseEntity<byte[]> workbook(String name, ByteArrayOutputStream content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(XLSX)
                .body(content.toByteArray());
    }
}
