package io.chunfeng.day;

import java.time.Instant;
import java.util.List;

/**
 * 突发情况: recorded once, never changed; what follows is added to it.
 *
 * @param plan id of the plan in force that it is about
 * @param location in words: where
 * @param description in words: what
 * @param affected as it was when it was recorded
 * @param notes oldest first
 * @param rounds of proposals, oldest first
 */
public record Incident(
        long id,
        long plan,
        Happening happening,
        Instant happenedAt,
        String location,
        String description,
        boolean recordedAsMajor,
        Reach affected,
        String recordedBy,
        Instant recordedAt,
        List<Note> notes,
        List<Round> rounds) {

    /** How far it reaches: trips, groups, persons. */
    public record Reach(int trips, int groups, int persons) {}

    /** Each has a message {@code incident.note.<name>}. */
    public enum NoteKind {
        /** 处置措施 */
        MEASURE,
        /** 列为重大情况 */
        MAJOR,
        NOT_MAJOR,
        /** 办结 */
        CLOSED,
        REOPENED
    }

    public record Note(NoteKind kind, String text, String by, Instant at) {}

    /**
     * One asking for proposals.
     *
     * @param plan that was in force then
     * @param newest number of the newest publication then
     * @param asOf what has begun before it stays as it is
     * @param seconds for each proposal
     * @param finished kinds that are worked out, in their order
     * @param decision the accepted proposal, or null
     */
    public record Round(
            long id,
            long incident,
            long plan,
            int newest,
            Instant asOf,
            int seconds,
            String askedBy,
            Instant askedAt,
            List<ProposalKind> finished,
            Decision decision) {
        public Round {
            finished = List.copyOf(finished);
        }

        public boolean complete() {
            return finished.size() == ProposalKind.values().length;
        }
    }

    /** @param plan that was stored @param publication number under which it was published */
    public record Decision(ProposalKind kind, long plan, int publication, String by, Instant at) {}

    public Incident {
        notes = List.copyOf(notes);
        rounds = List.copyOf(rounds);
    }

    /** 重大情况. */
    public boolean major() {
        boolean major = recordedAsMajor;
        for (Note note : notes) {
            major = note.kind() == NoteKind.MAJOR || note.kind() != NoteKind.NOT_MAJOR && major;
        }
        return major;
    }

    /** 办结. */
    public boolean closed() {
        boolean closed = false;
        for (Note note : notes) {
            closed = note.kind() == NoteKind.CLOSED || note.kind() != NoteKind.REOPENED && closed;
        }
        return closed;
    }

    public List<Note> measures() {
        return notes.stream().filter(note -> note.kind() == NoteKind.MEASURE).toList();
    }

    public Round lastRound() {
        return rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
    }
}
