package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.ApiTokens;
import io.chunfeng.account.PasswordFault;
import io.chunfeng.account.Role;
import io.chunfeng.capacity.Fault;
import io.chunfeng.capacity.FleetFault;
import io.chunfeng.capacity.FleetState;
import io.chunfeng.capacity.Offer;
import io.chunfeng.day.Incident;
import io.chunfeng.day.IncidentKind;
import io.chunfeng.day.Proposal;
import io.chunfeng.day.ProposalKind;
import io.chunfeng.day.Report;
import io.chunfeng.day.ReportRefusedException;
import io.chunfeng.demand.ChangeRequest;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Mode;
import io.chunfeng.demand.Oddities;
import io.chunfeng.demand.RequestRefusedException;
import io.chunfeng.desk.DraftStep;
import io.chunfeng.desk.RefusedOperationException;
import io.chunfeng.dispatch.AssignmentProposal;
import io.chunfeng.dispatch.AssignmentRule;
import io.chunfeng.dispatch.CheckCode;
import io.chunfeng.dispatch.HandoverRefusedException;
import io.chunfeng.dispatch.IssuedOrder;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.intake.FleetPreview;
import io.chunfeng.intake.TableException;
import io.chunfeng.manifest.DocumentKind;
import io.chunfeng.manifest.ManifestKeysException;
import io.chunfeng.manifest.ManifestMatch;
import io.chunfeng.manifest.OpeningReason;
import io.chunfeng.manifest.PassengerRole;
import io.chunfeng.manifest.Sex;
import io.chunfeng.place.Corridor;
import io.chunfeng.place.Crs;
import io.chunfeng.plan.ComparedFigure;
import io.chunfeng.plan.PlanChanges;
import io.chunfeng.plan.RuleSetting;
import io.chunfeng.plan.UnservedReason;
import io.chunfeng.report.Carrying;
import io.chunfeng.road.OpeningStage;
import io.chunfeng.run.CapacityGap;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.Scenario;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word that a page asks for exists, in both languages. */
class MessagesTest {
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9.]+)[({}]");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(keys("messages.properties")).isEqualTo(keys("messages_en.properties"));
    }

    @Test
    void placeholdersAreTheSameInBothLanguages() throws IOException {
        Properties chinese = read("messages.properties");
        Properties english = read("messages_en.properties");
        for (String key : chinese.stringPropertyNames()) {
            assertThat(placeholders(english.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(chinese.getProperty(key)));
        }
    }

    /** Bundles of their own; every message is formatted, so none may hold an apostrophe. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "account",
                "life",
                "intake",
                "manifest",
                "capacity",
                "api",
                "runs",
                "day",
                "desk",
                "orders",
                "recording",
                "frozen",
                "report"
            })
    void bundlesHaveTheSameKeysAndPlaceholdersInBothLanguages(String bundle) throws IOException {
        Properties chinese = read("messages/" + bundle + ".properties");
        Properties english = read("messages/" + bundle + "_en.properties");
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        for (String key : chinese.stringPropertyNames()) {
            assertThat(english.getProperty(key)).as(key).doesNotContain("'");
            assertThat(placeholders(english.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(chinese.getProperty(key)));
        }
    }

    @Test
    void explanationsHaveTheSameKeysAndPlaceholdersInBothLanguages() throws IOException {
        Properties chinese = read("messages/explanation.properties");
        Properties english = read("messages/explanation_en.properties");
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        for (String key : chinese.stringPropertyNames()) {
            assertThat(english.getProperty(key)).as(key).doesNotContain("'");
            assertThat(placeholders(english.getProperty(key))).isSubsetOf(placeholders(chinese.getProperty(key)));
        }
    }

    /** In a message with figures an apostrophe would quote them. */
    @Test
    void noApostrophes() throws IOException {
        assertThat(read("messages_en.properties").values())
                .noneMatch(text -> text.toString().contains("'"));
    }

    @Test
    void everyKeyOfTheTemplatesExists() throws IOException {
        Set<String> known = new TreeSet<>(keys("messages.properties"));
        known.addAll(keys("messages/statistics.properties"));
        known.addAll(keys("messages/tables.properties"));
        known.addAll(keys("messages/account.properties"));
        known.addAll(keys("messages/life.properties"));
        known.addAll(keys("messages/intake.properties"));
        known.addAll(keys("messages/manifest.properties"));
        known.addAll(keys("messages/explanation.properties"));
        known.addAll(keys("messages/capacity.properties"));
        known.addAll(keys("messages/api.properties"));
        known.addAll(keys("messages/runs.properties"));
        known.addAll(keys("messages/day.properties"));
        known.addAll(keys("messages/desk.properties"));
        known.addAll(keys("messages/orders.properties"));
        known.addAll(keys("messages/recording.properties"));
        known.addAll(keys("messages/frozen.properties"));
        known.addAll(keys("messages/report.properties"));
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = KEY.matcher(Files.readString(file));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(150);
        assertThat(known).containsAll(used);
    }

    @Test
    void everyNameMadeFromAnEnumExists() throws IOException {
        Set<String> known = keys("messages.properties");
        known.addAll(keys("messages/explanation.properties"));
        known.addAll(keys("messages/account.properties"));
        known.addAll(keys("messages/life.properties"));
        known.addAll(keys("messages/intake.properties"));
        known.addAll(keys("messages/capacity.properties"));
        known.addAll(keys("messages/api.properties"));
        known.addAll(keys("messages/runs.properties"));
        known.addAll(keys("messages/desk.properties"));
        known.addAll(keys("messages/orders.properties"));
        known.addAll(keys("messages/recording.properties"));
        assertThat(known)
                .containsAll(names("group.state.", GroupState.values()))
                .containsAll(names("oddity.", Oddities.Oddity.values()))
                .containsAll(names("request.kind.", ChangeRequest.Kind.values()))
                .containsAll(names("request.state.", ChangeRequest.State.values()))
                .containsAll(names("request.choice.", RequestForm.Choice.values()))
                .containsAll(names("request.refused.", RequestRefusedException.Reason.values()))
                .containsAll(names("handover.refused.", HandoverRefusedException.Reason.values()))
                .containsAll(names("vehicle.", RanTrip.Kind.values()))
                .containsAll(names("capacity.expected.", Fault.values()))
                .containsAll(names("capacity.advice.", Fault.values()))
                .containsAll(names("calendar.kind.", Offer.Kind.values()))
                .containsAll(names("calendar.weekday.", DayOfWeek.values()))
                .containsAll(names("check.", CheckCode.values()))
                .containsAll(names("check.advice.", CheckCode.values()))
                .containsAll(names("assignment.rule.", AssignmentRule.values()))
                .containsAll(names("assignment.source.", AssignmentProposal.Source.values()))
                .containsAll(names("order.outcome.", IssuedOrder.Outcome.values()))
                .containsAll(names("fleet.expected.", FleetFault.values()))
                .containsAll(names("fleet.state.", FleetState.values()))
                .containsAll(names("fleet.import.state.", FleetPreview.State.values()))
                .containsAll(names("token.refused.", ApiTokens.Refusal.values()))
                .containsAll(names("draft.refused.", RefusedOperationException.Reason.values()))
                .containsAll(names("step.", DraftStep.Kind.values()))
                .containsAll(names("role.", Role.values()))
                .containsAll(names("password.", PasswordFault.values()))
                .containsAll(names("mode.", Mode.values()))
                .containsAll(names("crs.", Crs.values()))
                .containsAll(names("state.", PlanningRun.State.values()))
                .containsAll(names("change.", PlanChanges.Kind.values()))
                .containsAll(names("compare.figure.", ComparedFigure.values()))
                .containsAll(names("rule.setting.", RuleSetting.values()))
                .containsAll(names("gap.", CapacityGap.Kind.values()))
                .containsAll(names("scenario.kind.", ScenarioForm.Kind.values()))
                .containsAll(names("scenario.state.", Scenario.State.values()))
                .containsAll(names("opening.stage.", OpeningStage.values()))
                .containsAll(names("reason.", UnservedReason.values()))
                .containsAll(names("corridor.", Corridor.values()))
                .containsAll(List.of("kind.COACH", "kind.FEEDER", "kind.CHARTERED_TRAIN", "kind.CHARTERED_CARRIAGES"))
                .containsAll(List.of("kind.CHARTER", "kind.SEAT_BLOCK", "priority.1", "priority.2", "priority.3"));
    }

    @Test
    void everyWordOfManifestsExists() throws IOException {
        assertThat(keys("messages/manifest.properties"))
                .containsAll(names("manifest.match.", ManifestMatch.values()))
                .containsAll(names("manifest.advice.", ManifestMatch.values()))
                .containsAll(names("manifest.kind.", DocumentKind.values()))
                .containsAll(names("manifest.fault.number.form.", DocumentKind.values()))
                .containsAll(names("manifest.role.", PassengerRole.values()))
                .containsAll(names("manifest.sex.", Sex.values()))
                .containsAll(names("manifest.done.", ManifestDone.values()))
                .containsAll(names("manifest.keys.", ManifestKeysException.Reason.values()))
                .containsAll(names("manifest.file.", TableException.Reason.values()))
                .containsAll(names(
                        "manifest.reason.",
                        Arrays.stream(OpeningReason.values())
                                .filter(reason -> reason != OpeningReason.CORRECTION)
                                .toArray(OpeningReason[]::new)));
    }

    @Test
    void everyWordOfTheDayExists() throws IOException {
        assertThat(keys("messages/day.properties"))
                .containsAll(names("day.report.", Report.values()))
                .containsAll(names("day.choice.", Report.values()))
                .containsAll(names("day.show.", DayFilter.Show.values()))
                .containsAll(names("day.refused.", ReportRefusedException.Reason.values()))
                .containsAll(names("incident.kind.", IncidentKind.values()))
                .containsAll(names("incident.note.", Incident.NoteKind.values()))
                .containsAll(names("proposal.", ProposalKind.values()))
                .containsAll(names("proposal.outcome.", Proposal.Outcome.values()))
                .containsAll(Arrays.stream(ProposalKind.values())
                        .map(kind -> "proposal." + kind + ".text")
                        .toList());
    }

    @Test
    void everyWordOfMonitoringExists() throws IOException {
        assertThat(keys("messages/report.properties"))
                .containsAll(names("report.carrying.", Carrying.values()))
                .containsAll(names("report.level.", FlowQuery.Level.values()));
    }

    private static List<String> names(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name()).toList();
    }

    private static Set<String> placeholders(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(r -> r.group())
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(String file) throws IOException {
        return new TreeSet<>(read(file).stringPropertyNames());
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(MessagesTest.class.getResourceAsStream("/" + file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
