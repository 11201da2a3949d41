package io.chunfeng.desk;

import java.time.Instant;

/**
 * 草案: a copy of a stored plan that is changed by hand.
 *
 * @param basePlan the stored plan that it was copied from
 * @param version one more with each change, undo and redo; a change names the version it was made from
 * @param by login name of who made it
 * @param undoable whether there is a change to take back
 * @param redoable whether one that was taken back can be made again
 * @param savedAs the stored plan that it became, or null
 * @param dropped not wanted any more
 */
public record Draft(
        long id,
        String name,
        long basePlan,
        int version,
        String by,
        Instant at,
        boolean undoable,
        boolean redoable,
        Long savedAs,
        boolean dropped) {

    public boolean open() {
        return savedAs == null && !dropped;
    }
}
