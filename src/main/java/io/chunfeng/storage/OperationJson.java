package io.chunfeng.storage;

import io.chunfeng.desk.Operation;
import io.chunfeng.desk.PlanDelta;
import io.chunfeng.desk.Subject;
import io.chunfeng.desk.Target;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.ProblemChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes by hand as they are kept: {@code kind} and the names of the operation's components. */
final class OperationJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private OperationJson() {}

    /** @param subject or null */
    static String write(Operation operation, Subject subject) {
        ObjectNode node = node(operation);
        if (subject != null) {
            node.putObject("subject")
                    .put("groupId", subject.groupId())
                    .set("vehicles", JSON.valueToTree(subject.vehicles()));
        }
        return JSON.writeValueAsString(node);
    }

    /** Null where none was kept. */
    static Subject readSubject(String json) {
        JsonNode node = JSON.readTree(json).get("subject");
        if (node == null) {
            return null;
        }
        List<String> vehicles = new ArrayList<>();
        node.get("vehicles").forEach(vehicle -> vehicles.add(vehicle.asString()));
        return new Subject(text(node, "groupId"), vehicles);
    }

    private static ObjectNode node(Operation operation) {
        ObjectNode node =
                JSON.createObjectNode().put("kind", operation.getClass().getSimpleName());
        if (operation instanceof Operation.Move move) {
            node.put("journey", move.journey()).put("persons", move.persons()).set("target", target(move.target()));
        } else if (operation instanceof Operation.Board board) {
            node.put("groupId", board.groupId()).put("persons", board.persons()).set("target", target(board.target()));
        } else if (operation instanceof Operation.Split split) {
            node.put("journey", split.journey()).put("persons", split.persons());
        } else if (operation instanceof Operation.Join join) {
            node.put("journey", join.journey()).put("into", join.into());
        } else if (operation instanceof Operation.MergeTrips merge) {
            node.put("tripId", merge.tripId()).put("intoTripId", merge.intoTripId());
        } else if (operation instanceof Operation.ChangePool change) {
            node.put("tripId", change.tripId()).put("poolId", change.poolId());
        } else if (operation instanceof Operation.ChangeDeparture change) {
            node.put("tripId", change.tripId())
                    .put("departure", change.departure().toString());
        } else if (operation instanceof Operation.DropTrip drop) {
            node.put("tripId", drop.tripId());
        } else if (operation instanceof Operation.Pin pin) {
            node.put("tripId", pin.tripId());
        } else if (operation instanceof Operation.Unpin unpin) {
            node.put("tripId", unpin.tripId());
        } else if (operation instanceof Operation.Remedy remedy) {
            node.put("groupId", remedy.groupId())
                    .put("action", remedy.change().action().name());
            ObjectNode details = node.putObject("details");
            remedy.change().details().forEach(details::put);
        } else if (operation instanceof Operation.Replace replace) {
            node.put("planId", replace.planId());
        }
        return node;
    }

    private static ObjectNode target(Target target) {
        ObjectNode node = JSON.createObjectNode().put("kind", target.getClass().getSimpleName());
        if (target instanceof Target.OnTrip on) {
            node.put("tripId", on.tripId());
        } else if (target instanceof Target.OnNewTrip on) {
            node.put("poolId", on.poolId());
        } else if (target instanceof Target.OnService on) {
            node.put("serviceId", on.serviceId());
        }
        return node;
    }

    static Operation read(String json) {
        JsonNode node = JSON.readTree(json);
        String kind = text(node, "kind");
        return switch (kind) {
            case "Move" -> new Operation.Move(number(node, "journey"), number(node, "persons"), target(node));
            case "Board" -> new Operation.Board(text(node, "groupId"), number(node, "persons"), target(node));
            case "Split" -> new Operation.Split(number(node, "journey"), number(node, "persons"));
            case "Join" -> new Operation.Join(number(node, "journey"), number(node, "into"));
            case "MergeTrips" -> new Operation.MergeTrips(text(node, "tripId"), text(node, "intoTripId"));
            case "ChangePool" -> new Operation.ChangePool(text(node, "tripId"), text(node, "poolId"));
            case "ChangeDeparture" ->
                new Operation.ChangeDeparture(text(node, "tripId"), Instant.parse(text(node, "departure")));
            case "DropTrip" -> new Operation.DropTrip(text(node, "tripId"));
            case "Pin" -> new Operation.Pin(text(node, "tripId"));
            case "Unpin" -> new Operation.Unpin(text(node, "tripId"));
            case "Remedy" -> new Operation.Remedy(text(node, "groupId"), change(node));
            case "Replace" -> new Operation.Replace(node.get("planId").asLong());
            default -> throw new IllegalStateException("unknown operation " + kind);
        };
    }

    private static Target target(JsonNode operation) {
        JsonNode node = operation.get("target");
        String kind = text(node, "kind");
        return switch (kind) {
            case "OnTrip" -> new Target.OnTrip(text(node, "tripId"));
            case "OnNewTrip" -> new Target.OnNewTrip(text(node, "poolId"));
            case "OnService" -> new Target.OnService(text(node, "serviceId"));
            case "Off" -> new Target.Off();
            default -> throw new IllegalStateException("unknown target " + kind);
        };
    }

    private static ProblemChange change(JsonNode node) {
        Map<String, String> details = new HashMap<>();
        node.get("details")
                .properties()
                .forEach(entry -> details.put(entry.getKey(), entry.getValue().asString()));
        return ProblemChange.of(new Plan.Remedy("", text(node, "action"), details))
                .orElseThrow(() -> new IllegalStateException("unknown change " + node));
    }

    static String write(PlanDelta.Positions positions) {
        ObjectNode node = JSON.createObjectNode();
        node.set("coachTrips", JSON.valueToTree(positions.coachTrips()));
        node.set("trainBookings", JSON.valueToTree(positions.trainBookings()));
        node.set("flightBookings", JSON.valueToTree(positions.flightBookings()));
        node.set("journeys", JSON.valueToTree(positions.journeys()));
        node.set("unserved", JSON.valueToTree(positions.unserved()));
        return JSON.writeValueAsString(node);
    }

    static PlanDelta.Positions readPositions(String json) {
        JsonNode node = JSON.readTree(json);
        return new PlanDelta.Positions(
                numbers(node, "coachTrips"),
                numbers(node, "trainBookings"),
                numbers(node, "flightBookings"),
                numbers(node, "journeys"),
                numbers(node, "unserved"));
    }

    private static List<Integer> numbers(JsonNode node, String name) {
        List<Integer> numbers = new ArrayList<>();
        node.get(name).forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asString();
    }

    private static int number(JsonNode node, String name) {
        return node.get(name).asInt();
    }
}
