package io.chunfeng.intake;

import java.util.List;

/** What counties say about a group. Hints and examples of the template are messages {@code intake.column.<key>.…}. */
public enum GroupColumn implements Column {
    NUMBER("number", "团组编号", "编号", "批次", "批次号", "批次编号", "团组号", "自编号", "县内编号", "团队编号", "id"),
    CITY("city", "市", "地市", "地级市", "设区市", "所属市", "所在市", "市州", "市级名称"),
    COUNTY(
            "county", "县（市、区）", "县", "县区", "区县", "县市区", "县级", "所属县", "所属县区", "所在县", "所在县区", "输出县", "输出地", "劳务输出地",
            "登记县", "报送县", "报送县区", "县区名称", "县区代码", "县代码", "行政区划代码", "行政区划"),
    FROM("from", "集合点", "集合地点", "集合地", "上车地点", "上车点", "乘车地点", "乘车点", "出发地", "出发地点", "出发点", "始发地", "起点", "boarding"),
    FROM_LON("fromLon", "集合点经度", "经度", "出发地经度", "上车点经度", "lon", "lng", "longitude"),
    FROM_LAT("fromLat", "集合点纬度", "纬度", "出发地纬度", "上车点纬度", "lat", "latitude"),
    CRS("crs", "坐标系", "坐标系统", "坐标类型", "坐标来源"),
    TO(
            "to",
            "用工地",
            "目的地",
            "到达地",
            "到达地点",
            "目的地点",
            "务工地",
            "务工地点",
            "务工目的地",
            "去向",
            "流向",
            "下车地点",
            "下车点",
            "终点",
            "企业所在地",
            "用工地点",
            "destination",
            "workplace"),
    HEADCOUNT(
            "headcount",
            "人数",
            "团组人数",
            "乘车人数",
            "出行人数",
            "报名人数",
            "务工人数",
            "输送人数",
            "总人数",
            "人员数量",
            "人数合计",
            "people",
            "persons"),
    WHEELCHAIRS("wheelchairs", "轮椅人数", "轮椅", "其中轮椅", "其中轮椅人数", "乘轮椅人数"),
    DAY("day", "出发日期", "日期", "发车日期", "乘车日期", "拟出发日期", "计划出发日期", "出行日期", "出发日", "返岗日期", "date", "preferredDate"),
    DEPART("earliestDeparture", "最早出发时间", "最早出发", "出发时间", "发车时间", "乘车时间", "集合时间", "上车时间", "拟出发时间", "时间", "departure"),
    ARRIVE("latestArrival", "最晚到达时间", "最晚到达", "最迟到达", "最迟到达时间", "到达时间", "到岗时间", "报到时间", "要求到达时间", "到岗日期", "arrival"),
    MODES("modes", "出行方式", "方式", "交通方式", "运输方式", "乘坐方式", "交通工具", "车辆类型", "返岗方式", "mode"),
    SPLIT("split", "可否拆分", "是否可拆分", "是否拆分", "能否拆分", "可拆分", "splittable"),
    MIN_PART("minPart", "最小拆分人数", "每批最少人数", "最小批次人数"),
    PRIORITY("priority", "优先级", "优先程度", "人员类别", "人员类型", "类别"),
    EMPLOYER("employer", "用工单位", "用工企业", "企业", "企业名称", "单位", "单位名称", "工作单位", "务工企业", "用人单位", "company"),
    REMARK("remark", "备注", "说明", "其他", "remarks", "note");

    /** Without these a table is not one of groups. */
    static final List<GroupColumn> NEEDED = List.of(FROM, TO, HEADCOUNT);

    private final String key;
    private final String title;
    private final List<String> synonyms;

    GroupColumn(String key, String title, String... synonyms) {
        this.key = key;
        this.title = title;
        this.synonyms = List.of(synonyms);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }
}
