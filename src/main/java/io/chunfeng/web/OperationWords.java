package io.chunfeng.web;

import io.chunfeng.account.Account;
import io.chunfeng.account.AccountRepository;
import io.chunfeng.desk.DraftStep;
import io.chunfeng.desk.Operation;
import io.chunfeng.desk.Target;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.UnservedWords;
import io.chunfeng.plan.VehicleWords;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Changes of drafts in words. */
@Component
class OperationWords {
    private final MessageSource messages;
    private final AccountRepository accounts;

    OperationWords(MessageSource messages, AccountRepository accounts) {
        this.messages = messages;
        this.accounts = accounts;
    }

    /** A step that is over. @param news the same, for who looks on */
    record Said(int version, String login, Instant at, String words, String news, List<String> vehicles) {}

    Said said(DraftStep step, PlanningProblem problem, Locale locale) {
        String what = of(step.operation(), null, problem, locale);
        String figures = say(
                "step.figures",
                locale,
                new VehicleWords(problem, locale).difference(step.costFen()),
                step.persons() == 0 ? "0" : String.format(Locale.ROOT, "%+d", step.persons()));
        String by = name(step.by());
        String kind = say("step." + step.kind(), locale);
        return new Said(
                step.version(),
                step.by(),
                step.at(),
                say("step.said", locale, by, kind, what) + " · " + figures,
                say("step.news", locale, by, kind, what) + " · " + figures,
                step.vehicles().stream().sorted().toList());
    }

    /** Display name of an account. */
    public String name(String login) {
        return accounts.find(login).map(Account::name).orElse(login);
    }

    /** @param plan that journeys are indices of; null where it is gone */
    String of(Operation operation, Plan plan, PlanningProblem problem, Locale locale) {
        VehicleWords words = new VehicleWords(problem, locale);
        if (operation instanceof Operation.Move move) {
            return part("say.move", move.journey(), plan, locale, move.persons(), to(move.target(), words, locale));
        }
        if (operation instanceof Operation.Board board) {
            return say("say.board", locale, board.groupId(), board.persons(), to(board.target(), words, locale));
        }
        if (operation instanceof Operation.Split split) {
            return part("say.split", split.journey(), plan, locale, split.persons());
        }
        if (operation instanceof Operation.Join join) {
            return part("say.join", join.journey(), plan, locale);
        }
        if (operation instanceof Operation.MergeTrips merge) {
            return say("say.merge", locale, merge.tripId(), merge.intoTripId());
        }
        if (operation instanceof Operation.ChangePool change) {
            return say("say.pool", locale, change.tripId(), words.name(change.poolId()));
        }
        if (operation instanceof Operation.ChangeDeparture change) {
            return say("say.departure", locale, change.tripId(), VehicleWords.moment(change.departure()));
        }
        if (operation instanceof Operation.DropTrip drop) {
            return say("say.drop", locale, drop.tripId());
        }
        if (operation instanceof Operation.Pin pin) {
            return say("say.pin", locale, pin.tripId());
        }
        if (operation instanceof Operation.Unpin unpin) {
            return say("say.unpin", locale, unpin.tripId());
        }
        if (operation instanceof Operation.Remedy remedy) {
            Plan.Remedy shown = new Plan.Remedy(
                    "", remedy.change().action().name(), remedy.change().details());
            return say(
                    "say.remedy",
                    locale,
                    remedy.groupId(),
                    UnservedWords.of(locale).text(problem, shown));
        }
        return say("say.replace", locale, String.valueOf(((Operation.Replace) operation).planId()));
    }

    /** Names the group where the plan is known. */
    private String part(String key, int journey, Plan plan, Locale locale, Object... figures) {
        if (plan == null || journey >= plan.journeys().size()) {
            return say(key, locale, figures);
        }
        Object[] all = new Object[figures.length + 1];
        all[0] = plan.journeys().get(journey).groupId();
        System.arraycopy(figures, 0, all, 1, figures.length);
        return say(key + "Of", locale, all);
    }

    private String to(Target target, VehicleWords words, Locale locale) {
        if (target instanceof Target.OnTrip trip) {
            return say("say.onTrip", locale, trip.tripId());
        }
        if (target instanceof Target.OnNewTrip trip) {
            return say("say.onPool", locale, words.name(trip.poolId()));
        }
        if (target instanceof Target.OnService service) {
            return say("say.onService", locale, words.name(service.serviceId()));
        }
        return say("say.off", locale);
    }

    String say(String key, Locale locale, Object... figures) {
        return messages.getMessage(key, figures, locale);
    }
}
