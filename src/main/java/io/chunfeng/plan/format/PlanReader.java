package io.chunfeng.plan.format;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.UnservedReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads {@code chunfeng-plan/1} strictly, without its problem: whether ids exist and figures agree is for
 * {@link io.chunfeng.plan.PlanChecker} to say.
 */
public final class PlanReader {
    private static final int MOST = 1_000_000_000;
    private static final long MOST_LONG = 1_000_000_000_000_000L;

    private final Problems problems = new Problems();
    private final PlanParts parts = new PlanParts(null);
    private final List<Plan.Unserved> unserved = new ArrayList<>();
    private Plan result;

    private PlanReader() {}

    /** @throws FormatException with everything that is wrong with the file */
    public static Plan read(Path file) {
        try (InputStream in = JsonSource.open(file)) {
            return read(in, String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + file, e);
        }
    }

    /** @param name of the file in messages */
    public static Plan read(InputStream in, String name) {
        PlanReader reader = new PlanReader();
        JsonSource.read(in, name, reader.problems, reader::root);
        return reader.result;
    }

    private void root(JsonSource source) {
        Map<String, Consumer<String>> large = parts.parts(source);
        large.put("format", at -> Head.format(source, at, Plan.FORMAT));
        large.put("unserved", at -> source.objects(at, (fields, i) -> unserved.add(unserved(fields))));
        Json.Obj rest = source.object("$", large);
        Fields head = new Fields(rest, "$", problems);
        List.of("format", "coachTrips", "trainBookings", "flightBookings", "journeys", "unserved").stream()
                .filter(part -> !source.lastLargeParts().contains(part))
                .forEach(part -> head.problem(part, "missing"));
        head.know("format");
        String problemId = head.text("problemId");
        String solverConfig = head.text("solverConfig");
        long seed = head.wholeLong("seed", Long.MIN_VALUE, Long.MAX_VALUE);
        String mapSha256 = head.textOrNull("mapSha256");
        String codeVersion = head.textOrNull("codeVersion");
        Instant createdAt = head.time("createdAt");
        List.of("coachTrips", "trainBookings", "flightBookings", "journeys", "unserved")
                .forEach(head::know);
        Plan.Score score = score(head.object("score"));
        Plan.Kpis kpis = kpis(head.object("kpis"));
        head.done();
        if (problems.count() == 0) {
            result = new Plan(
                    problemId,
                    solverConfig,
                    seed,
                    mapSha256,
                    codeVersion,
                    createdAt,
                    parts.trips(),
                    parts.trainBookings(),
                    parts.flightBookings(),
                    parts.journeys(),
                    unserved,
                    score,
                    kpis);
        }
    }

    private static Plan.Unserved unserved(Fields fields) {
        String groupId = fields.text("groupId");
        int headcount = fields.whole("headcount", 1, GroupReader.MOST_PERSONS);
        int wheelchairs = fields.wholeOr("wheelchairs", Plan.Unserved.WHEELCHAIRS_UNKNOWN, 0, GroupReader.MOST_PERSONS);
        if (!fields.failed() && wheelchairs > headcount) {
            fields.problem("wheelchairs", "is more than the headcount it is part of");
        }
        UnservedReason reason = fields.choice("reason", UnservedReason.class);
        Plan.Remedy remedy = remedy(fields.object("remedy"));
        return new Plan.Unserved(groupId, headcount, wheelchairs, reason, remedy);
    }

    private static Plan.Remedy remedy(Fields fields) {
        if (fields == null) {
            return null;
        }
        String text = fields.text("text");
        String action = fields.text("action");
        Fields details = fields.objectOrNull("details");
        Map<String, String> texts = details == null ? Map.of() : details.texts();
        fields.done();
        return new Plan.Remedy(text, action, texts);
    }

    private static Plan.Score score(Fields fields) {
        if (fields == null) {
            return null;
        }
        int hard = fields.whole("hard", 0, MOST);
        long unserved = fields.wholeLong("unserved", 0, MOST_LONG);
        long costFen = fields.largeFen("costYuan");
        Plan.CostParts parts = costParts(fields.object("parts"));
        fields.done();
        return new Plan.Score(hard, unserved, costFen, parts);
    }

    private static Plan.CostParts costParts(Fields fields) {
        if (fields == null) {
            return null;
        }
        Plan.CostParts parts = new Plan.CostParts(
                fields.largeFen("coachYuan"),
                fields.largeFen("trainYuan"),
                fields.largeFen("flightYuan"),
                fields.largeFen("timeYuan"),
                fields.largeFen("transferYuan"),
                fields.largeFen("splitYuan"),
                fields.largeFen("dayShiftYuan"),
                fields.has("changeYuan") ? fields.largeFen("changeYuan") : 0);
        fields.done();
        return parts;
    }

    private static Plan.Kpis kpis(Fields fields) {
        if (fields == null) {
            return null;
        }
        Plan.Kpis kpis = new Plan.Kpis(
                fields.whole("personsCoach", 0, MOST),
                fields.whole("personsRail", 0, MOST),
                fields.whole("personsAir", 0, MOST),
                fields.whole("coachTrips", 0, MOST),
                fields.whole("trainServices", 0, MOST),
                fields.whole("carriages", 0, MOST),
                fields.whole("flights", 0, MOST),
                fields.decimal("loadFactor", 0, MOST),
                fields.decimal("loadedKm", 0, 1e12),
                fields.decimal("emptyKm", 0, 1e12),
                fields.decimal("passengerHours", 0, 1e12),
                fields.largeFen("yuanPerPerson"));
        fields.done();
        return kpis;
    }
}
