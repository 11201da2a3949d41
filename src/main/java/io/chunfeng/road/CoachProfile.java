package io.chunfeng.road;

import static com.graphhopper.json.Statement.Else;
import static com.graphhopper.json.Statement.If;
import static com.graphhopper.json.Statement.Op.LIMIT;
import static com.graphhopper.json.Statement.Op.MULTIPLY;

import com.graphhopper.config.Profile;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.TurnCostsConfig;
import java.util.List;

/**
 * How a coach drives over an OpenStreetMap extract; explained in src/docs/roads.md. The coach is one of 12 m: 3.8 m high with its air conditioning,
 * 2.55 m wide and 18 t (GB 1589-2016 for two axles).
 */
final class CoachProfile {
    static final String ENCODED_VALUES = "car_access, car_average_speed, road_class, max_height, max_width, max_weight";

    /** No turning round on the road: a coach drives on to where it can. */
    private static final int NO_U_TURNS = TurnCostsConfig.INFINITE_U_TURN_COSTS;

    private static final List<String> RESTRICTED_AS = List.of("motor_vehicle", "motorcar", "bus", "tourist_bus");

    private CoachProfile() {}

    /** For extracts without any forbidden turn. */
    static Profile anyTurn() {
        return new Profile(CoachEngine.PROFILE).setCustomModel(model());
    }

    /** For extracts that forbid turns. */
    static Profile permittedTurns() {
        return new Profile(CoachEngine.PROFILE + "_turns")
                .setCustomModel(model())
                .setTurnCostsConfig(new TurnCostsConfig(RESTRICTED_AS, NO_U_TURNS));
    }

    /** Nine tenths of the posted or usual speed of cars, at most of the coach's own limit: 100 km/h on motorways, 80 elsewhere. */
    private static CustomModel model() {
        return new CustomModel()
                .setDistanceInfluence(0.0)
                .addToPriority(If("!car_access", MULTIPLY, "0"))
                .addToPriority(If("max_height < 3.8 || max_width < 2.55 || max_weight < 18", MULTIPLY, "0"))
                .addToSpeed(If("true", LIMIT, "car_average_speed"))
                .addToSpeed(If("road_class == MOTORWAY", LIMIT, "90"))
                .addToSpeed(Else(LIMIT, "72"));
    }
}
