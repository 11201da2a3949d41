package io.chunfeng.solver;

import java.util.Iterator;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/** Endless ruin-and-recreate moves; named in the files of solver-configs. */
public class RuinRecreateMoves implements MoveIteratorFactory<Assignment, AssignmentMove> {
    private int maxGroups = 10;
    private RuinRecreate moves;
    private Instance instance;

    /** Most groups that one move takes off and inserts anew; set in the configuration file. */
    public void setMaxGroups(int maxGroups) {
        this.maxGroups = maxGroups;
    }

    @Override
    public long getSize(ScoreDirector<Assignment> director) {
        return Integer.MAX_VALUE;
    }

    @Override
    public Iterator<AssignmentMove> createOriginalMoveIterator(ScoreDirector<Assignment> director) {
        throw new UnsupportedOperationException("use selectionOrder RANDOM");
    }

    @Override
    public Iterator<AssignmentMove> createRandomMoveIterator(ScoreDirector<Assignment> director, Random random) {
        Instance current = director.getWorkingSolution().instance();
        if (current != instance) {
            instance = current;
            moves = new RuinRecreate(current, random, maxGroups);
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !current.groups.isEmpty();
            }

            @Override
            public AssignmentMove next() {
                return moves.next(director.getWorkingSolution());
            }
        };
    }
}
