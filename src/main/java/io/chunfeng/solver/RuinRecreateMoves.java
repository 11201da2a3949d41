package io.chunfeng.solver;

import java.util.Iterator;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/** Endless ruin-and-recreate moves; named in the files of solver-configs. */
public class RuinRecreateMoves implements MoveIteratorFactory<Assignment, AssignmentMove> {
    private int maxGroups = 10;
    private Crew crew;
    private Assignment working;

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

    /** Called at the beginning of each step. */
    @Override
    public Iterator<AssignmentMove> createRandomMoveIterator(ScoreDirector<Assignment> director, Random random) {
        Assignment solution = director.getWorkingSolution();
        if (solution != working) {
            working = solution;
            crew = solution.crew(random.nextLong(), maxGroups);
        } else {
            crew.goOnFrom(solution);
        }
        boolean somebody = !solution.instance().groups.isEmpty();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return somebody;
            }

            @Override
            public AssignmentMove next() {
                return crew.next();
            }
        };
    }
}
