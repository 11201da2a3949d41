package io.chunfeng.demand;

import java.time.Instant;
import java.util.Objects;

/**
 * 变更申请: what a county asks for after its group has been published.
 *
 * @param base the group's figures when it was asked
 * @param wanted the figures asked for; null for {@link Kind#WITHDRAW} and where only words are asked for
 * @param answeredBy null while it is open
 * @param answer the dispatcher's words; may be null when accepted
 */
public record ChangeRequest(
        long id,
        String groupId,
        Kind kind,
        Group base,
        Group wanted,
        String reason,
        State state,
        String askedBy,
        Instant askedAt,
        String answeredBy,
        Instant answeredAt,
        String answer) {

    public enum Kind {
        BIGGER,
        SMALLER,
        OTHER_WINDOW,
        WITHDRAW,
        OTHER;

        /** What a change of figures amounts to. */
        public static Kind of(Group base, Group wanted) {
            Group resized = base.withHeadcount(wanted.headcount(), wanted.wheelchairs());
            if (wanted.headcount() != base.headcount() && sameButMinPart(resized, wanted)) {
                return wanted.headcount() > base.headcount() ? BIGGER : SMALLER;
            }
            boolean moved = !base.earliestDeparture().equals(wanted.earliestDeparture())
                    || !base.latestArrival().equals(wanted.latestArrival())
                    || !Objects.equals(base.preferredDate(), wanted.preferredDate());
            Group shifted = base.withWindow(wanted.earliestDeparture(), wanted.latestArrival())
                    .withPreferredDate(wanted.preferredDate());
            return moved && shifted.equals(wanted) ? OTHER_WINDOW : OTHER;
        }

        private static boolean sameButMinPart(Group one, Group other) {
            return one.withMinPart(1).equals(other.withMinPart(1));
        }
    }

    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        /** Taken back by the county before it was answered. */
        TAKEN_BACK
    }

    /**
     * What is to be asked.
     *
     * @param wanted the whole group as it should become, or null for {@link Kind#WITHDRAW} and words alone
     * @param reason never blank
     */
    public record Ask(String groupId, Kind kind, Group wanted, String reason) {

        /** Other figures, for example as a county's file has them. */
        public static Ask figures(Group base, Group wanted, String reason) {
            return new Ask(base.id(), Kind.of(base, wanted), wanted, reason);
        }

        public static Ask withdraw(String groupId, String reason) {
            return new Ask(groupId, Kind.WITHDRAW, null, reason);
        }

        /** Something that no figure says. */
        public static Ask words(String groupId, String reason) {
            return new Ask(groupId, Kind.OTHER, null, reason);
        }
    }
}
