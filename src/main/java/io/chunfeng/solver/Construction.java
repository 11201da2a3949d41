package io.chunfeng.solver;

import java.util.SplittableRandom;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.phase.custom.CustomPhaseCommand;

/** First plan: everybody inserted at the cheapest place, hardest people first; named in the files of solver-configs. */
public class Construction implements CustomPhaseCommand<Assignment> {

    @Override
    public void changeWorkingSolution(ScoreDirector<Assignment> director) {
        Assignment solution = director.getWorkingSolution();
        AssignmentMove move =
                new RuinRecreate(solution, new Neighbours(solution.instance()), new SplittableRandom(0), 0).construct();
        move.doMoveOnly(director);
        director.triggerVariableListeners();
    }
}
