package io.chunfeng.run;

import java.util.List;
import java.util.Optional;

/** Scenarios as they are kept. */
public interface ScenarioRepository {

    long add(String name, long basePlan, List<ScenarioChange> changes, String actor);

    Optional<Scenario> find(long id);

    /** Newest first, those adopted or dropped too. */
    List<Scenario> list();

    /**
     * Replaces the changes of an open scenario.
     *
     * @throws StaleScenarioException when it is at another version, or not open any more
     */
    void change(long id, int version, List<ScenarioChange> changes);

    /**
     * Ends an open scenario; it stays in the list.
     *
     * @param adoptedPlan the stored plan, or null to drop it
     * @throws StaleScenarioException when it is at another version, or not open any more
     */
    void close(long id, int version, Long adoptedPlan);

    /** Somebody else has changed or ended the scenario meanwhile. Nothing was changed. */
    final class StaleScenarioException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public StaleScenarioException(long id) {
            super("scenario " + id + " was changed meanwhile");
        }
    }
}
