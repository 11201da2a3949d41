package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.dispatch.IssuedOrder;
import io.chunfeng.dispatch.OrderContent;
import io.chunfeng.dispatch.OrderRider;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.dispatch.TripOrders;
import io.chunfeng.intake.TextWorkbook;
import io.chunfeng.place.PlaceRepository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The orders of a publication as a workbook: exactly the rows that are listed, and who boards where. */
@Controller
class OrderFiles {
    static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final List<String> ORDER_HEAD = List.of(
            "order.number",
            "order.versionHead",
            "orders.outcome",
            "order.trip",
            "order.leaves",
            "order.back",
            "order.origin",
            "order.destination",
            "order.persons",
            "order.operator",
            "order.plate",
            "fleet.permit",
            "order.drivers",
            "fleet.phone");
    private static final List<String> RIDER_HEAD = List.of(
            "order.number",
            "order.plate",
            "group.id",
            "submissions.county",
            "order.persons",
            "notice.meetAt",
            "trip.board",
            "trip.alight",
            "notice.arriveAt");

    private final TripOrders orders;
    private final Publications publications;
    private final PlaceRepository places;
    private final Audit audit;
    private final MessageSource messages;

    OrderFiles(
            TripOrders orders, Publications publications, PlaceRepository places, Audit audit, MessageSource messages) {
        this.orders = orders;
        this.publications = publications;
        this.places = places;
        this.audit = audit;
        this.messages = messages;
    }

    /** Parameters as on the page. */
    @GetMapping("/orders/orders.xlsx")
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) Integer publication,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(required = false) IssuedOrder.Outcome outcome,
            @RequestParam(required = false) String text,
            Viewer viewer,
            Locale locale)
            throws IOException {
        OrderFilter filter = new OrderFilter(
                publication == null ? Integer.valueOf(publications.newest()) : publication, day, outcome, text);
        List<IssuedOrder> chosen =
                orders.of(filter.publication()).stream().filter(filter::fits).toList();
        Names names = new Names(places.all());
        Format format = new Format(locale);
        List<List<Object>> trips = new ArrayList<>();
        List<List<Object>> riders = new ArrayList<>();
        for (IssuedOrder issued : chosen) {
            trips.add(trip(issued, names, format, locale));
            riders(issued, names, format).forEach(riders::add);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TextWorkbook.write(
                List.of(
                        new TextWorkbook.Sheet(word("order.title", locale), words(ORDER_HEAD, locale), trips),
                        new TextWorkbook.Sheet(word("order.parties", locale), words(RIDER_HEAD, locale), riders)),
                out);
        audit.add(viewer, "orders.exported", String.valueOf(filter.publication()), String.valueOf(chosen.size()));
        return workbook("派车单-" + filter.publication() + ".xlsx", out.toByteArray());
    }

    private List<Object> trip(IssuedOrder issued, Names names, Format format, Locale locale) {
        OrderContent content = issued.order().content();
        return Arrays.asList(
                issued.order().number(),
                issued.order().version(),
                word("order.outcome." + issued.outcome(), locale),
                issued.order().tripId(),
                format.field(content.busyFrom()).replace('T', ' '),
                format.field(content.busyUntil()).replace('T', ' '),
                names.of(content.origin()),
                names.of(content.destination()),
                content.persons(),
                content.operator(),
                content.coach() == null ? null : content.coach().plate(),
                content.coach() == null ? null : content.coach().permit(),
                content.drivers().stream().map(OrderContent.DriverPapers::name).collect(Collectors.joining("、")),
                content.drivers().stream().map(OrderContent.DriverPapers::phone).collect(Collectors.joining("、")));
    }

    private static List<List<Object>> riders(IssuedOrder issued, Names names, Format format) {
        OrderContent content = issued.order().content();
        List<List<Object>> rows = new ArrayList<>();
        for (OrderRider rider : content.riders()) {
            rows.add(Arrays.asList(
                    issued.order().number(),
                    content.coach() == null ? null : content.coach().plate(),
                    rider.groupId(),
                    rider.county(),
                    rider.persons(),
                    format.field(rider.meetAt()).replace('T', ' '),
                    names.of(rider.boardPlace()),
                    names.of(rider.alightPlace()),
                    format.field(rider.alightAt()).replace('T', ' ')));
        }
        return rows;
    }

    private List<String> words(List<String> keys, Locale locale) {
        return keys.stream().map(key -> word(key, locale)).toList();
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    static ResponseEntity<byte[]> workbook(String name, byte[] content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(XLSX)
                .body(content);
    }
}
