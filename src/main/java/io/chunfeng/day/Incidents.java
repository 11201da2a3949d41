package io.chunfeng.day;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Incidents with their proposals and decisions. Port to the database; entries are only ever added. */
public interface Incidents {

    /** @return its id */
    long record(Entry entry, String actor);

    Optional<Incident> find(long id);

    /** Newest first. */
    List<Incident> list();

    void note(long id, Incident.NoteKind kind, String text, String actor);

    /**
     * Asks for proposals from the plan that the incident is about, or the one that replaced it for its people.
     *
     * @return id of the round
     */
    long ask(long id, long plan, Instant asOf, int seconds, String actor);

    Optional<Incident.Round> round(long round);

    /** Those that are worked out, in the order of their kinds. */
    List<Proposal> proposals(long round);

    void keep(long round, Proposal proposal);

    /**
     * Stores the proposal's plan, publishes it, and registers what groups travel otherwise than registered: all or none.
     *
     * @throws io.chunfeng.dispatch.StalePublicationException when something was published since the proposals were asked for
     * @throws AlreadyDecidedException when one of the round was accepted, by whomever
     * @throws IllegalArgumentException when there is no such proposal, or its plan breaks a rule
     */
    Incident.Decision accept(long round, ProposalKind kind, String actor);

    /** Where a published plan comes from; empty for one that no incident has made. */
    Optional<Origin> origin(long plan);

    /** @param before the plan that it replaced @param avoided ids of closures that it does without, beside those of before */
    record Origin(long incident, long before, List<Long> avoided) {
        public Origin {
            avoided = List.copyOf(avoided);
        }
    }

    /** @param location @param description in words, may be empty */
    record Entry(
            long plan,
            Happening happening,
            Instant happenedAt,
            String location,
            String description,
            boolean major,
            Incident.Reach affected) {}

    /** Somebody has accepted a proposal of this round. */
    final class AlreadyDecidedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public AlreadyDecidedException(long round) {
            super("round " + round + " is decided");
        }
    }
}
