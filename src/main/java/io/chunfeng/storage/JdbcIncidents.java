package io.chunfeng.storage;

import io.chunfeng.day.Incident;
import io.chunfeng.day.Incidents;
import io.chunfeng.day.Proposal;
import io.chunfeng.day.ProposalKind;
import io.chunfeng.dispatch.Publication;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.plan.PlanRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcIncidents implements Incidents {
    private static final String ROUNDS = """
            SELECT r.*, ARRAY(SELECT p.kind FROM incident_proposal p WHERE p.round_id = r.id) AS finished,
                   d.kind AS decided_kind, d.plan_id AS decided_plan, d.publication, d.decided_by, d.decided_at
            FROM incident_round r
            LEFT JOIN incident_decision d ON d.round_id = r.id
            """;

    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final PlanRepository plans;
    private final Publications publications;
    private final IncidentGroups groups;
    private final Clock clock;

    JdbcIncidents(
            JdbcClient sql,
            TransactionOperations transaction,
            PlanRepository plans,
            Publications publications,
            IncidentGroups groups,
            Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.plans = plans;
        this.publications = publications;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    public long record(Entry entry, String actor) {
        return sql.sql("""
                        INSERT INTO incident (plan_id, kind, vehicle, group_id, place, closure_id, persons, minutes, until_at,
                                              happened_at, location, description, major, affected_trips, affected_groups,
                                              affected_persons, recorded_by, recorded_at)
                        VALUES (:plan, :kind, :vehicle, :group, :place, :closure, :persons, :minutes, :until,
                                :happenedAt, :location, :description, :major, :trips, :groups, :affected, :actor, :now)
                        RETURNING id
                        """)
                .params(IncidentRows.parameters(entry.happening()))
                .param("plan", entry.plan())
                .param("happenedAt", Rows.utc(entry.happenedAt()))
                .param("location", entry.location())
                .param("description", entry.description())
                .param("major", entry.major())
                .param("trips", entry.affected().trips())
                .param("groups", entry.affected().groups())
                .param("affected", entry.affected().persons())
                .param("actor", actor)
                .param("now", Rows.utc(clock.instant()))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Incident> find(long id) {
        return incidents("WHERE id = :id", Map.of("id", id)).stream().findFirst();
    }

    @Override
    public List<Incident> list() {
        return incidents("", Map.of());
    }

    private List<Incident> incidents(String where, Map<String, ?> parameters) {
        return transaction.execute(status -> {
            Map<Long, List<Incident.Note>> notes = new HashMap<>();
            sql.sql("SELECT * FROM incident_note WHERE incident_id IN (SELECT id FROM incident " + where
                            + ") ORDER BY id")
                    .params(parameters)
                    .query(row -> {
                        notes.computeIfAbsent(row.getLong("incident_id"), key -> new ArrayList<>())
                                .add(IncidentRows.note(row));
                    });
            Map<Long, List<Incident.Round>> rounds = new HashMap<>();
            sql.sql(ROUNDS + "WHERE r.incident_id IN (SELECT id FROM incident " + where + ") ORDER BY r.id")
                    .params(parameters)
                    .query(IncidentRows::round)
                    .list()
                    .forEach(round -> rounds.computeIfAbsent(round.incident(), key -> new ArrayList<>())
                            .add(round));
            return sql.sql("SELECT * FROM incident " + where + " ORDER BY id DESC")
                    .params(parameters)
                    .query((row, number) -> IncidentRows.incident(
                            row,
                            notes.getOrDefault(row.getLong("id"), List.of()),
                            rounds.getOrDefault(row.getLong("id"), List.of())))
                    .list();
        });
    }

    @Override
    public void note(long id, Incident.NoteKind kind, String text, String actor) {
        sql.sql("""
                        INSERT INTO incident_note (incident_id, kind, text, recorded_by, recorded_at)
                        VALUES (:id, :kind, :text, :actor, :now)
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("text", text.strip())
                .param("actor", actor)
                .param("now", Rows.utc(clock.instant()))
                .update();
    }

    @Override
    public long ask(long id, long plan, Instant asOf, int seconds, String actor) {
        return sql.sql("""
                        INSERT INTO incident_round (incident_id, plan_id, newest, as_of, seconds, asked_by, asked_at)
                        VALUES (:id, :plan, (SELECT max(number) FROM publication), :asOf, :seconds, :actor, :now)
                        RETURNING id
                        """)
                .param("id", id)
                .param("plan", plan)
                .param("asOf", Rows.utc(asOf))
                .param("seconds", seconds)
                .param("actor", actor)
                .param("now", Rows.utc(clock.instant()))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Incident.Round> round(long round) {
        return sql.sql(ROUNDS + "WHERE r.id = :id")
                .param("id", round)
                .query(IncidentRows::round)
                .optional();
    }

    @Override
    public List<Proposal> proposals(long round) {
        return sql
                .sql("SELECT * FROM incident_proposal WHERE round_id = :id")
                .param("id", round)
                .query((row, number) -> new Proposal(
                        ProposalKind.valueOf(row.getString("kind")),
                        Proposal.Outcome.valueOf(row.getString("outcome")),
                        row.getString("message"),
                        row.getString("problem") == null ? null : ExchangeJson.readProblem(row.getString("problem")),
                        row.getString("plan") == null ? null : ExchangeJson.readPlan(row.getString("plan")),
                        List.of((Long[]) row.getArray("avoided").getArray()),
                        Rows.instant(row, "finished_at")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Proposal::kind))
                .toList();
    }

    @Override
    public void keep(long round, Proposal proposal) {
        sql.sql("""
                        INSERT INTO incident_proposal (round_id, kind, outcome, message, problem, plan, avoided, finished_at)
                        VALUES (:round, :kind, :outcome, :message, :problem::json, :plan::json, :avoided, :finishedAt)
                        """)
                .param("round", round)
                .param("kind", proposal.kind().name())
                .param("outcome", proposal.outcome().name())
                .param("message", proposal.message())
                .param("problem", proposal.problem() == null ? null : ExchangeJson.write(proposal.problem()))
                .param("plan", proposal.plan() == null ? null : ExchangeJson.write(proposal.plan()))
                .param("avoided", proposal.avoided().toArray(Long[]::new))
                .param("finishedAt", Rows.utc(proposal.finishedAt()))
                .update();
    }

    @Override
    public Optional<Origin> origin(long plan) {
        return sql.sql("""
                        SELECT r.incident_id, r.plan_id, p.avoided
                        FROM incident_decision d
                        JOIN incident_round r ON r.id = d.round_id
                        JOIN incident_proposal p ON p.round_id = d.round_id AND p.kind = d.kind
                        WHERE d.plan_id = :plan
                        """)
                .param("plan", plan)
                .query((row, number) -> new Origin(row.getLong("incident_id"), row.getLong("plan_id"), List.of((Long[])
                        row.getArray("avoided").getArray())))
                .optional();
    }

    @Override
    public Incident.Decision accept(long id, ProposalKind kind, String actor) {
        Incident.Round round =
                round(id).orElseThrow(() -> new IllegalArgumentException("没有编号为 " + id + " 的调整方案，请刷新后重试"));
        Incident incident = find(round.incident()).orElseThrow();
        Proposal proposal = proposals(id).stream()
                .filter(one -> one.kind() == kind && one.outcome() == Proposal.Outcome.READY)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("这个调整方案没有算出结果，不能采用"));
        PlanRepository.StoredPlan before = plans.find(round.plan()).orElseThrow();
        try {
            return transaction.execute(status -> {
                groups.register(incident.happening(), before.problem(), proposal.problem(), actor);
                long plan = plans.save(proposal.problem(), proposal.plan());
                Publication publication = publications.publish(plan, round.newest(), actor);
                return decide(round, kind, plan, publication.number(), actor);
            });
        } catch (DuplicateKeyException e) {
            throw new AlreadyDecidedException(id);
        }
    }

    private Incident.Decision decide(Incident.Round round, ProposalKind kind, long plan, int number, String actor) {
        Instant now = clock.instant();
        sql.sql("""
                        INSERT INTO incident_decision (round_id, kind, plan_id, publication, decided_by, decided_at)
                        VALUES (:round, :kind, :plan, :publication, :actor, :now)
                        """)
                .param("round", round.id())
                .param("kind", kind.name())
                .param("plan", plan)
                .param("publication", number)
                .param("actor", actor)
                .param("now", Rows.utc(now))
                .update();
        return new Incident.Decision(kind, plan, number, actor, now);
    }
}
