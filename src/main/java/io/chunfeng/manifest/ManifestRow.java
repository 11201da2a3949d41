package io.chunfeng.manifest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A passenger on a page, masked or in full.
 *
 * @param kind null without a document
 * @param number empty without a document
 * @param sex null where the document does not tell it
 * @param age in years on the day of departure; null where the document does not tell it, and while masked
 * @param phone empty for none
 * @param remark empty for none; while masked, empty too
 * @param remarked whether there is a remark
 * @param elsewhere other groups the same person is registered in and cannot travel with as well
 */
public record ManifestRow(
        UUID id,
        String name,
        DocumentKind kind,
        String number,
        Sex sex,
        Integer age,
        String phone,
        PassengerRole role,
        boolean wheelchair,
        String remark,
        boolean remarked,
        List<Elsewhere> elsewhere) {

    /** @param groupId null when the asker may not see that group: then they learn its county and its day, and nothing else */
    public record Elsewhere(String groupId, String county, LocalDate day) {}

    static ManifestRow masked(UUID id, Passenger passenger, List<Elsewhere> elsewhere) {
        Document document = passenger.document();
        return new ManifestRow(
                id,
                Masks.name(passenger.name()),
                document == null ? null : document.kind(),
                document == null ? "" : Masks.number(document.number()),
                document == null ? null : document.sex().orElse(null),
                null,
                passenger.phone() == null ? "" : Masks.phone(passenger.phone()),
                passenger.role(),
                passenger.wheelchair(),
                "",
                !passenger.remark().isEmpty(),
                elsewhere);
    }

    static ManifestRow open(UUID id, Passenger passenger, LocalDate day, List<Elsewhere> elsewhere) {
        Document document = passenger.document();
        return new ManifestRow(
                id,
                passenger.name(),
                document == null ? null : document.kind(),
                document == null ? "" : document.number(),
                document == null ? null : document.sex().orElse(null),
                document == null
                        ? null
                        : document.birthDate()
                                .map(birth -> birth.until(day).getYears())
                                .orElse(null),
                passenger.phone() == null ? "" : passenger.phone(),
                passenger.role(),
                passenger.wheelchair(),
                passenger.remark(),
                !passenger.remark().isEmpty(),
                elsewhere);
    }

    ManifestCounts count() {
        return role.count(wheelchair);
    }

    /** Nothing of it, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "ManifestRow[" + id + "]";
    }
}
