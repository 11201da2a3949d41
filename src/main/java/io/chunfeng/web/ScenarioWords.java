package io.chunfeng.web;

import io.chunfeng.capacity.TrainService;
import io.chunfeng.plan.RuleSetting;
import io.chunfeng.run.CapacityGap;
import io.chunfeng.run.ScenarioChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Changes of a what-if, and what of a plan is not real yet, in words. */
@Component
class ScenarioWords {
    private final MessageSource messages;

    ScenarioWords(MessageSource messages) {
        this.messages = messages;
    }

    /** @param href where it is put right, or null */
    record Gap(String text, String href) {}

    List<String> of(List<ScenarioChange> changes, Names names, Locale locale) {
        return changes.stream().map(change -> of(change, names, locale)).toList();
    }

    private String of(ScenarioChange change, Names names, Locale locale) {
        Format format = new Format(locale);
        if (change instanceof ScenarioChange.MoreCoaches more) {
            return word("scenario.change.MoreCoaches", locale, more.poolId(), signed(more.coaches()));
        } else if (change instanceof ScenarioChange.NewPool added) {
            return word(
                    "scenario.change.NewPool",
                    locale,
                    added.pool().id(),
                    added.pool().operator(),
                    names.of(added.pool().depot()),
                    String.valueOf(added.pool().approvedSeats()),
                    String.valueOf(added.pool().count()));
        } else if (change instanceof ScenarioChange.MoreCarriages more) {
            return word("scenario.change.MoreCarriages", locale, more.serviceId(), signed(more.carriages()));
        } else if (change instanceof ScenarioChange.NewTrain added) {
            List<TrainService.Call> calls = added.train().calls();
            return word(
                    "scenario.change.NewTrain",
                    locale,
                    added.train().id(),
                    added.train().name(),
                    names.of(calls.get(0).place()),
                    names.of(calls.get(calls.size() - 1).place()),
                    format.moment(calls.get(0).depart()),
                    String.valueOf(added.train().maxCarriages()));
        } else if (change instanceof ScenarioChange.MoreSeats more) {
            return word("scenario.change.MoreSeats", locale, more.flightId(), signed(more.seats()));
        } else if (change instanceof ScenarioChange.GroupWindow window) {
            return word(
                    "scenario.change.GroupWindow",
                    locale,
                    window.groupId(),
                    format.moment(window.earliestDeparture()),
                    format.moment(window.latestArrival()));
        } else if (change instanceof ScenarioChange.RuleChanged rule) {
            return word(
                    "scenario.change.RuleChanged",
                    locale,
                    setting(rule.setting(), locale),
                    value(rule.setting(), rule.value(), locale));
        }
        return word(
                ((ScenarioChange.Emergency) change).on()
                        ? "scenario.change.EmergencyOn"
                        : "scenario.change.EmergencyOff",
                locale);
    }

    /** With the codes of its rules: 车籍一端（H10）. */
    String setting(RuleSetting setting, Locale locale) {
        String name = word("rule.setting." + setting, locale);
        return setting.rules().isEmpty()
                ? name
                : word(
                        "scenario.ofRules",
                        locale,
                        name,
                        setting.rules().stream().map(Enum::name).collect(Collectors.joining(" ")));
    }

    String value(RuleSetting setting, BigDecimal value, Locale locale) {
        return setting.isSwitch()
                ? word(value.signum() > 0 ? "scenario.on" : "scenario.off", locale)
                : value.stripTrailingZeros().toPlainString();
    }

    List<Gap> gaps(List<CapacityGap> gaps, Locale locale) {
        return gaps.stream().map(gap -> gap(gap, locale)).toList();
    }

    private Gap gap(CapacityGap gap, Locale locale) {
        String key = "gap." + gap.kind();
        return switch (gap.kind()) {
            case POOL -> new Gap(words(key, gap, locale), "/capacity/pools/new");
            case COACHES, APPROVED_SEATS -> new Gap(words(key, gap, locale), "/capacity/pools/" + gap.id());
            case TRAIN -> new Gap(words(key, gap, locale), "/capacity/trains/new");
            case CARRIAGES -> new Gap(words(key, gap, locale), "/capacity/trains/" + gap.id());
            case FLIGHT -> new Gap(words(key, gap, locale), "/capacity/flights/new");
            case SEATS -> new Gap(words(key, gap, locale), "/capacity/flights/" + gap.id());
            case WINDOW -> new Gap(words(key, gap, locale), "/groups/" + gap.id());
            case RULE -> {
                RuleSetting setting = RuleSetting.valueOf(gap.id());
                yield new Gap(
                        word(
                                key,
                                locale,
                                setting(setting, locale),
                                value(setting, new BigDecimal(gap.needed()), locale),
                                value(setting, new BigDecimal(gap.today()), locale)),
                        null);
            }
            case EMERGENCY -> new Gap(word(key, locale), null);
        };
    }

    private String words(String key, CapacityGap gap, Locale locale) {
        return word(key, locale, gap.id(), gap.title(), gap.needed(), gap.today());
    }

    private static String signed(int number) {
        return number > 0 ? "+" + number : "−" + -number;
    }

    private String word(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
