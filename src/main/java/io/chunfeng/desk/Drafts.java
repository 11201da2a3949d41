package io.chunfeng.desk;

import java.util.List;

/** Drafts, and what dispatchers do to them. Several may work on one draft: nobody's change is lost or overwritten unseen. */
public interface Drafts {

    /** @throws IllegalArgumentException when there is no such plan */
    Draft create(long planId, String name, String actor);

    /** Newest first, those saved or dropped too. */
    List<Draft> list();

    /** @throws IllegalArgumentException when there is no such draft */
    Sheet sheet(long id);

    /**
     * What the operation would do; nothing is stored.
     *
     * @param version that the operation was made from
     * @throws StaleDraftException when the draft is at another version
     * @throws RefusedOperationException when it cannot be done at all
     */
    Effect preview(long id, int version, Operation operation);

    /**
     * Does it, rules broken or not: what is broken is shown until it is healed, and such a draft cannot be saved.
     *
     * @throws StaleDraftException when the draft is at another version
     * @throws RefusedOperationException when it cannot be done at all
     */
    Sheet apply(long id, int version, Operation operation, String actor);

    /** Takes back the latest change that is not taken back, whoever made it. @throws StaleDraftException as apply does */
    Sheet undo(long id, int version, String actor);

    Sheet redo(long id, int version, String actor);

    /** History after this version, oldest first. */
    List<DraftStep> steps(long id, int afterVersion);

    /**
     * Stores the draft's plan, which can be published then; the draft is closed.
     *
     * @return id of the stored plan
     * @throws RefusedOperationException when it breaks rules
     */
    long save(long id, int version, String actor);

    /** Closes the draft; its history stays. */
    void drop(long id, int version, String actor);
}
