package io.chunfeng.storage;

import io.chunfeng.demand.CampaignTerms;
import io.chunfeng.demand.SubmissionDeadline;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Columns of the current campaign. */
final class JdbcCampaignTerms implements CampaignTerms {
    private static final String CURRENT = "id = (SELECT id FROM campaign ORDER BY first_day DESC, id LIMIT 1)";
    private static final int DEFAULT_DAYS = 3;

    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final GroupStates states;
    private final Clock clock;

    JdbcCampaignTerms(JdbcClient sql, TransactionOperations transaction, GroupStates states, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.states = states;
        this.clock = clock;
    }

    @Override
    public SubmissionDeadline deadline() {
        return new SubmissionDeadline(sql.sql("SELECT submission_days FROM campaign WHERE " + CURRENT)
                .query(Integer.class)
                .optional()
                .orElse(DEFAULT_DAYS));
    }

    @Override
    public void setDeadline(SubmissionDeadline deadline) {
        String update = "UPDATE campaign SET submission_days = :days WHERE " + CURRENT;
        Rows.expectOne(update, sql.sql(update).param("days", deadline.days()).update());
    }

    @Override
    public boolean closed() {
        return sql.sql("SELECT closed_at IS NOT NULL FROM campaign WHERE " + CURRENT)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    public void close(boolean closed, String actor) {
        transaction.executeWithoutResult(status -> {
            String update = "UPDATE campaign SET closed_at = :at WHERE " + CURRENT;
            Rows.expectOne(
                    update,
                    sql.sql(update)
                            .param("at", closed ? Rows.utc(clock.instant()) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                            .update());
            List<String> all =
                    sql.sql("SELECT id FROM worker_group").query(String.class).list();
            states.settle(all, actor, closed ? "campaign:closed" : "campaign:opened");
        });
    }
}
