package io.chunfeng.web;

import io.chunfeng.dispatch.IssuedOrder;
import io.chunfeng.dispatch.OrderContent;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which orders of a publication are listed; as it stands in the address.
 *
 * @param publication number
 * @param day they leave on, or null
 * @param outcome what the publication did to them, or null
 * @param text of number, operator, plate, driver, group; may be null
 */
record OrderFilter(Integer publication, LocalDate day, IssuedOrder.Outcome outcome, String text) {

    boolean fits(IssuedOrder issued) {
        OrderContent content = issued.order().content();
        return (day == null || Format.dateOf(content.busyFrom()).equals(day))
                && (outcome == null || issued.outcome() == outcome)
                && (text == null
                        || text.isBlank()
                        || words(issued).contains(text.strip().toLowerCase(Locale.ROOT)));
    }

    private static String words(IssuedOrder issued) {
        OrderContent content = issued.order().content();
        StringBuilder words = new StringBuilder(issued.order().number())
                .append(' ')
                .append(issued.order().tripId())
                .append(' ')
                .append(content.operator())
                .append(' ')
                .append(String.join(" ", content.groups()));
        if (content.coach() != null) {
            words.append(' ').append(content.coach().plate());
        }
        content.drivers().forEach(driver -> words.append(' ').append(driver.name()));
        return words.toString().toLowerCase(Locale.ROOT);
    }

    /** The same choice on another page. */
    public String href(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("publication", publication);
        if (day != null) {
            address.queryParam("day", day);
        }
        if (outcome != null) {
            address.queryParam("outcome", outcome);
        }
        if (text != null && !text.isBlank()) {
            address.queryParam("text", text);
        }
        return address.encode().toUriString();
    }
}
