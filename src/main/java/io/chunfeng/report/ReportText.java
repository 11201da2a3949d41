package io.chunfeng.report;

import io.chunfeng.dispatch.Direction;
import io.chunfeng.place.Corridor;
import io.chunfeng.report.Block.Chart;
import io.chunfeng.report.Block.Heading;
import io.chunfeng.report.Block.Note;
import io.chunfeng.report.Block.Paragraph;
import io.chunfeng.report.Block.Room;
import io.chunfeng.report.Block.Series;
import io.chunfeng.statistics.ReportingCalendar;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words of a stage report (阶段性活动进展情况报告) around its figures, in the order of the notices. */
public final class ReportText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ReportingCalendar.ZONE);

    private final StageReport report;
    private final ReportVersion version;
    private final StageFigures figures;
    private final List<Block> blocks = new ArrayList<>();

    private ReportText(StageReport report, ReportVersion version, StageFigures figures) {
        this.report = report;
        this.version = version;
        this.figures = figures;
    }

    /** Of the whole report but its title and signature. */
    public static List<Block> of(
            StageReport report, ReportVersion version, StageFigures figures, MajorIncidents incidents) {
        ReportText text = new ReportText(report, version, figures);
        text.launch();
        text.entered();
        text.carried();
        text.incidents(incidents);
        text.written("五、主要做法", version.entry().measures(), "（此处填写组织发动、运力保障、服务对接等主要做法）");
        text.written("六、困难和问题", version.entry().difficulties(), "（此处填写工作中的困难和问题）");
        text.written("七、意见建议", version.entry().suggestions(), "（此处填写对下一步工作的意见建议）");
        text.notes();
        return List.copyOf(text.blocks);
    }

    public static String title(StageReport report) {
        return report.unitName() + report.to().getYear() + "年春风行动阶段性活动进展情况报告";
    }

    /** （2024年2月3日至2月22日）. */
    public static String period(StageReport report) {
        return "（" + FULL.format(report.from()) + "至"
                + (report.from().getYear() == report.to().getYear() ? DAY : FULL).format(report.to()) + "）";
    }

    /** Of the version's day. */
    public static String date(ReportVersion version) {
        return FULL.format(version.writtenAt().atZone(ReportingCalendar.ZONE));
    }

    private void launch() {
        written("一、活动启动和部署", version.entry().launch(), "（此处填写活动启动、方案制定和任务部署情况）");
    }

    private void entered() {
        blocks.add(new Heading(1, "二、返乡和留岗情况"));
        ReportEntry entry = version.entry();
        if (entry.homeward() == null && entry.stayed() == null) {
            blocks.add(new Room("（此处填写返乡人数、留岗人数）"));
        } else {
            blocks.add(new Paragraph("截至" + DAY.format(report.to()) + "，" + report.unitName() + "务工人员返乡"
                    + people(entry.homeward()) + "，留岗" + people(entry.stayed()) + "。"));
        }
    }

    private static String people(Long persons) {
        return persons == null ? "人数待填写" : count(persons) + "人";
    }

    private void carried() {
        blocks.add(new Heading(1, "三、“点对点”运送情况"));
        blocks.add(new Heading(2, "（一）总体情况"));
        Carried stage = figures.stage();
        blocks.add(new Paragraph("本阶段（" + days(report.from(), report.to()) + "）共运送" + count(stage.personTrips())
                + "人次，其中返岗" + count(figures.personTrips(Direction.TO_WORK)) + "人次、返乡"
                + count(figures.personTrips(Direction.HOMEWARD)) + "人次；开行专车" + count(stage.coaches()) + "辆次，运送"
                + count(stage.coachPersonTrips()) + "人次；" + rail(stage) + "；" + air(stage) + "。"));
        blocks.add(new Paragraph("自" + DAY.format(version.since()) + "活动启动以来，累计运送"
                + count(figures.cumulative().personTrips()) + "人次。"
                + (figures.compared() == null ? "" : ReportTables.comparison(version, figures))));
        blocks.add(ReportTables.modes(figures));
        blocks.add(new Heading(2, "（二）主要流向"));
        blocks.add(new Paragraph(flows(Direction.TO_WORK) + flows(Direction.HOMEWARD)));
        blocks.add(ReportTables.corridors(figures));
        blocks.add(new Heading(2, "（三）逐日情况"));
        daily();
    }

    private static String rail(Carried stage) {
        return "专列" + count(stage.trains()) + "列、包车厢" + count(stage.carriages()) + "节，运送"
                + count(stage.railPersonTrips()) + "人次";
    }

    private static String air(Carried stage) {
        return "包机" + count(stage.charterFlights()) + "架次、定期航班切位" + count(stage.seatBlocks()) + "班，运送"
                + count(stage.airPersonTrips()) + "人次";
    }

    private String flows(Direction direction) {
        long all = figures.personTrips(direction);
        if (all == 0) {
            return "本阶段没有" + direction.zh() + "运送。";
        }
        String parts = Arrays.stream(Corridor.values())
                .filter(corridor -> figures.personTrips(direction, corridor) > 0)
                .sorted(Comparator.comparing((Corridor corridor) -> -figures.personTrips(direction, corridor)))
                .map(corridor -> corridor.chinese() + count(figures.personTrips(direction, corridor)) + "人次（占"
                        + percent(figures.personTrips(direction, corridor), all) + "）")
                .collect(Collectors.joining("、"));
        return direction.zh() + (direction == Direction.TO_WORK ? "去往" : "来自") + parts + "。";
    }

    private void daily() {
        List<Flows.Day> days = figures.flows().byDay();
        if (days.isEmpty()) {
            blocks.add(new Paragraph("本阶段没有已开行的趟次。"));
            return;
        }
        Flows.Day most =
                days.stream().max(Comparator.comparing(Flows.Day::persons)).orElseThrow();
        blocks.add(new Paragraph("运送最多的一天是" + DAY.format(most.day()) + "，共" + count(most.persons()) + "人次。"));
        blocks.add(new Chart(
                "逐日运送人次",
                days.stream().map(day -> DAY.format(day.day())).toList(),
                List.of(
                        new Series("返岗", days.stream().map(Flows.Day::toWork).toList()),
                        new Series("返乡", days.stream().map(Flows.Day::homeward).toList()))));
        for (Direction direction : Direction.values()) {
            if (figures.personTrips(direction) > 0) {
                blocks.add(ReportTables.days(figures, direction));
            }
        }
    }

    private void incidents(MajorIncidents incidents) {
        blocks.add(new Heading(1, "四、重大情况处置"));
        // incidents are of trips, which carry people of several cities
        String scope = StageReport.unitName(report.unit().substring(0, 2));
        if (incidents.all() == 0) {
            blocks.add(new Paragraph("本阶段" + scope + "运送组织中没有登记突发情况。"));
            return;
        }
        String major = incidents.major() == 0
                ? "没有列为重大情况的。"
                : "其中重大情况" + incidents.major() + "起，涉及" + count(incidents.persons()) + "人，"
                        + (incidents.open() == 0 ? "均已办结。" : "尚有" + incidents.open() + "起未办结。");
        blocks.add(new Paragraph("本阶段" + scope + "运送组织中登记突发情况" + incidents.all() + "起，" + major));
    }

    private void written(String heading, String text, String room) {
        blocks.add(new Heading(1, heading));
        if (text.isEmpty()) {
            blocks.add(new Room(room));
        }
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Paragraph::new)
                .forEach(blocks::add);
    }

    private void notes() {
        Flows.Cost cost = figures.flows().cost();
        if (cost.costFen() > 0) {
            blocks.add(new Note("建议：本阶段运输成本" + ReportTables.yuan(cost.costFen()) + "元，折合"
                    + ReportTables.tenThousandYuan(cost.costFen())
                    + "万元"
                    + (figures.unpriced() == 0 ? "" : "（另有" + figures.unpriced() + "趟没有成本数据）")
                    + "。其中由财政补贴的部分可能应计入“发放各类就业补贴数量”，请按实际发放数核定后自行填报；本系统没有把它计入任何数字。"));
        }
        blocks.add(new Note("数据说明：取自运送台账第" + version.recording() + "号记录，"
                + STAMP.format(version.writtenAt())
                + "生成（第" + version.number() + "版）；统计口径为"
                + version.settings().rule().zh() + "，"
                + version.settings().rule().explanationZh() + "；"
                + version.settings().rail().zh() + "；"
                + version.settings().seatBlocks().zh() + "。"));
    }

    static String days(LocalDate from, LocalDate to) {
        return DAY.format(from) + "至" + DAY.format(to);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%d", number);
    }

    static String percent(long part, long all) {
        return String.format(Locale.ROOT, "%.1f%%", 100.0 * part / all);
    }
}
