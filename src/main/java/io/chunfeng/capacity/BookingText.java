package io.chunfeng.capacity;

import java.time.Duration;
import java.time.Instant;

/** The last moment to book: stated itself ({@code bookBy}), or as days before the departure ({@code leadDays}). */
final class BookingText {
    private static final int MOST_DAYS = 365;

    private BookingText() {}

    /** @param departs null when that cannot be read */
    static Instant read(TypedFields fields, Instant departs) {
        if (fields.raw("leadDays").isEmpty()) {
            Instant bookBy = fields.moment("bookBy", true);
            if (bookBy != null && departs != null && bookBy.isAfter(departs)) {
                fields.add("bookBy", Fault.BOOKED_TOO_LATE);
            }
            return bookBy;
        }
        Integer days = fields.whole("leadDays", 0, MOST_DAYS);
        if (!fields.raw("bookBy").isEmpty()) {
            fields.add("leadDays", Fault.BOOKING_TWICE);
        }
        return days == null || departs == null ? null : departs.minus(Duration.ofDays(days));
    }
}
