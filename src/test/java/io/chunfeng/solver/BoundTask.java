package io.chunfeng.solver;

/**
 * People of one group who may ride a coach between two places: all the way, to a call of a train or flight, or from one.
 *
 * @param row number among the tasks
 * @param waitSeconds that count as passenger time before the train leaves or after it has come
 * @param first a journey begins with it
 * @param least fewest persons of it on one coach, by H15
 */
record BoundTask(
        int row,
        GroupFact group,
        int board,
        int alight,
        long earliest,
        long latest,
        long waitSeconds,
        boolean direct,
        boolean first,
        int least) {

    int most() {
        return group.headcount;
    }
}
