package io.chunfeng.storage;

import io.chunfeng.demand.Actor;
import io.chunfeng.demand.ChangeRequest;
import io.chunfeng.demand.ChangeRequests;
import io.chunfeng.demand.ForbiddenMoveException;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Party;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.RequestRefusedException;
import io.chunfeng.demand.RequestRefusedException.Reason;
import io.chunfeng.demand.Scope;
import io.chunfeng.demand.StaleRegistrationException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcChangeRequests implements ChangeRequests {
    private static final String SELECT = """
            SELECT r.id, r.group_id, r.kind, r.base, r.wanted, r.reason, r.state, r.asked_by, r.asked_at,
                   r.answered_by, r.answered_at, r.answer
            FROM change_request r
            JOIN worker_group g ON g.id = r.group_id
            WHERE %s
            """;

    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final RegistrationRepository registrations;
    private final Clock clock;

    JdbcChangeRequests(
            JdbcClient sql, TransactionOperations transaction, RegistrationRepository registrations, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.registrations = registrations;
        this.clock = clock;
    }

    @Override
    public void file(List<ChangeRequest.Ask> asks, Actor actor) {
        transaction.executeWithoutResult(status -> asks.stream()
                .sorted(Comparator.comparing(ChangeRequest.Ask::groupId))
                .forEach(ask -> file(ask, actor)));
    }

    private void file(ChangeRequest.Ask ask, Actor actor) {
        Group base = registrations
                .find(actor.scope(), ask.groupId())
                .filter(registration -> registration.state() == GroupState.PUBLISHED)
                .map(Registration::group)
                .orElseThrow(() -> new RequestRefusedException(ask.groupId(), Reason.NOT_PUBLISHED));
        int filed = sql.sql("""
                        INSERT INTO change_request (group_id, kind, base, wanted, reason, asked_by, asked_at)
                        VALUES (:groupId, :kind, :base::jsonb, :wanted::jsonb, :reason, :actor, :now)
                        ON CONFLICT (group_id) WHERE state = 'OPEN' DO NOTHING
                        """)
                .param("groupId", ask.groupId())
                .param("kind", ask.kind().name())
                .param("base", GroupJson.write(base))
                .param("wanted", GroupJson.write(ask.wanted()))
                .param("reason", ask.reason().strip())
                .param("actor", actor.login())
                .param("now", Rows.utc(clock.instant()))
                .update();
        if (filed != 1) {
            throw new RequestRefusedException(ask.groupId(), Reason.ALREADY_OPEN);
        }
    }

    @Override
    public List<ChangeRequest> ofGroup(Scope scope, String groupId) {
        return sql.sql(SELECT.formatted(Scopes.condition(scope)) + "AND g.id = :id ORDER BY r.id DESC")
                .params(Scopes.parameters(scope))
                .param("id", groupId)
                .query(JdbcChangeRequests::request)
                .list();
    }

    @Override
    public List<ChangeRequest> open(Scope scope) {
        return sql.sql(SELECT.formatted(Scopes.condition(scope)) + "AND r.state = 'OPEN' ORDER BY r.id")
                .params(Scopes.parameters(scope))
                .query(JdbcChangeRequests::request)
                .list();
    }

    @Override
    public Optional<ChangeRequest> find(Scope scope, long id) {
        return sql.sql(SELECT.formatted(Scopes.condition(scope)) + "AND r.id = :id")
                .params(Scopes.parameters(scope))
                .param("id", id)
                .query(JdbcChangeRequests::request)
                .optional();
    }

    @Override
    public void accept(long id, String answer, Actor actor) {
        requireNoCounty(actor);
        transaction.executeWithoutResult(status -> {
            ChangeRequest request = answered(id, ChangeRequest.State.ACCEPTED, answer, actor);
            Registration now = registrations
                    .find(actor.scope(), request.groupId())
                    .filter(registration -> registration.state() == GroupState.PUBLISHED)
                    .filter(registration -> registration.group().equals(request.base()))
                    .orElseThrow(() -> new RequestRefusedException(request.groupId(), Reason.GROUP_CHANGED));
            change(request, now, actor);
        });
    }

    private void change(ChangeRequest request, Registration now, Actor actor) {
        RegistrationChange change;
        if (request.kind() == ChangeRequest.Kind.WITHDRAW) {
            change = new RegistrationChange.Move(
                    now.group().id(), GroupState.WITHDRAWN, now.version(), request.reason());
        } else if (request.wanted() != null) {
            change = new RegistrationChange.Put(request.wanted(), GroupState.PUBLISHED, now.version());
        } else {
            return;
        }
        try {
            registrations.apply(List.of(change), actor);
        } catch (StaleRegistrationException | ForbiddenMoveException e) {
            throw new RequestRefusedException(request.groupId(), Reason.GROUP_CHANGED);
        }
    }

    @Override
    public void decline(long id, String answer, Actor actor) {
        requireNoCounty(actor);
        transaction.executeWithoutResult(status -> answered(id, ChangeRequest.State.DECLINED, answer, actor));
    }

    @Override
    public void takeBack(long id, Actor actor) {
        transaction.executeWithoutResult(status -> answered(id, ChangeRequest.State.TAKEN_BACK, null, actor));
    }

    /** Whoever asks does not answer. */
    private static void requireNoCounty(Actor actor) {
        if (actor.party() == Party.COUNTY) {
            throw new IllegalArgumentException("counties do not answer requests: " + actor.login());
        }
    }

    /** Of two who answer at the same moment the second waits here, then finds it answered. */
    private ChangeRequest answered(long id, ChangeRequest.State state, String answer, Actor actor) {
        ChangeRequest request = find(actor.scope(), id)
                .orElseThrow(() -> new RequestRefusedException(String.valueOf(id), Reason.NOT_OPEN));
        int changed = sql.sql("""
                        UPDATE change_request
                        SET state = :state, answered_by = :actor, answered_at = :now, answer = :answer
                        WHERE id = :id AND state = 'OPEN'
                        """)
                .param("state", state.name())
                .param("actor", actor.login())
                .param("now", Rows.utc(clock.instant()))
                .param("answer", answer == null || answer.isBlank() ? null : answer.strip())
                .param("id", id)
                .update();
        if (changed != 1) {
            throw new RequestRefusedException(request.groupId(), Reason.NOT_OPEN);
        }
        return request;
    }

    private static ChangeRequest request(ResultSet row, int number) throws SQLException {
        return new ChangeRequest(
                row.getLong("id"),
                row.getString("group_id"),
                ChangeRequest.Kind.valueOf(row.getString("kind")),
                GroupJson.read(row.getString("base")),
                GroupJson.read(row.getString("wanted")),
                row.getString("reason"),
                ChangeRequest.State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                Rows.instant(row, "asked_at"),
                row.getString("answered_by"),
                Rows.instant(row, "answered_at"),
                row.getString("answer"));
    }
}
