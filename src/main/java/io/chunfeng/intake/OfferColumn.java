package io.chunfeng.intake;

import io.chunfeng.capacity.Offer;
import java.util.List;
import java.util.Optional;

/**
 * A column of a capacity sheet. Its key is the field's name in the exchange format.
 *
 * @param needed without these a sheet is not one of this kind
 */
record OfferColumn(String key, String title, boolean needed, List<String> synonyms) implements Column {

    private static OfferColumn needed(String key, String title, String... synonyms) {
        return new OfferColumn(key, title, true, List.of(synonyms));
    }

    private static OfferColumn column(String key, String title, String... synonyms) {
        return new OfferColumn(key, title, false, List.of(synonyms));
    }

    private static final OfferColumn ID = column("id", "编号", "运力编号", "序列号", "代码");
    private static final OfferColumn BOOK_BY = column("bookBy", "预订期限", "截止时间", "订票截止", "最晚预订时间");
    private static final OfferColumn LEAD_DAYS = column("leadDays", "提前天数", "提前预订天数", "预订提前天数");
    private static final OfferColumn PER_PASSENGER = column("yuanPerPassenger", "每人（元）", "人均费用", "每人价格", "票价");
    private static final OfferColumn REMARK = column("remark", "备注", "说明");

    private static final List<OfferColumn> POOLS = List.of(
            ID,
            column("operator", "企业", "运输企业", "企业名称", "公司", "承运企业", "承运单位", "客运企业"),
            needed("depot", "停车场", "场站", "停放地点", "出车地点", "始发场站", "驻地"),
            column("homePrefecture", "车籍所在地", "车籍", "车籍地", "车籍城市", "所属市", "所属地市"),
            needed("approvedSeats", "核载（座）", "核载", "核定载客", "核定载客人数", "核载人数", "座位数", "车型座位"),
            column("count", "车辆（辆）", "车辆数", "辆数", "数量", "台数", "车辆数量"),
            column("wheelchairSpaces", "轮椅位（个）", "轮椅位", "轮椅席位"),
            column("availableFrom", "可用开始", "开始日期", "可用起", "起始日期", "可用时间起", "开始时间"),
            column("availableUntil", "可用结束", "结束日期", "可用止", "截止日期", "可用时间止", "结束时间"),
            column("dispatchYuan", "出车费（元/趟）", "出车费", "起步价", "基本费用", "每趟费用"),
            column("yuanPerLoadedKm", "重驶（元/公里）", "重驶", "载客里程单价", "每公里价格", "元公里"),
            column("yuanPerEmptyKm", "空驶（元/公里）", "空驶", "空驶单价", "空载里程单价"),
            column("yuanPerDriverDay", "驾驶员（元/人日）", "驾驶员", "驾驶员费用", "司机费用", "驾驶员人日费"),
            REMARK);

    private static final List<OfferColumn> TRAINS = List.of(
            ID,
            column("name", "车次", "列车", "车次名称", "名称"),
            column("kind", "种类", "类型", "类别", "列车种类"),
            needed("place", "车站", "站", "站名", "经停站", "停靠站"),
            needed("arrive", "到达", "到达时间", "到站时间", "到点"),
            needed("depart", "开车", "开车时间", "发车时间", "开点", "出发时间"),
            column("seatsPerCarriage", "每节座位（座）", "每节座位", "每节定员", "车厢定员"),
            column("wheelchairSpacesPerCarriage", "每节轮椅位（个）", "每节轮椅位"),
            column("minCarriages", "最少节数（节）", "最少节数", "最少车厢"),
            column("maxCarriages", "最多节数（节）", "最多节数", "节数", "车厢数", "可包节数"),
            column("serviceYuan", "开行费（元）", "开行费", "专列费用"),
            column("yuanPerCarriage", "每节（元）", "每节费用", "每节价格", "车厢价格"),
            PER_PASSENGER,
            BOOK_BY,
            LEAD_DAYS,
            REMARK);

    private static final List<OfferColumn> FLIGHTS = List.of(
            ID,
            column("name", "航班", "航班号", "航班名称", "名称"),
            column("kind", "种类", "类型", "类别", "包机种类"),
            needed("from", "起飞机场", "起飞", "出发机场", "始发机场"),
            column("depart", "起飞时间", "出发时间", "离港时间"),
            needed("to", "到达机场", "降落机场", "目的机场", "到达"),
            column("arrive", "到达时间", "降落时间", "到港时间"),
            needed("seats", "座位（座）", "座位", "座位数", "可售座位", "切位数"),
            column("wheelchairSpaces", "轮椅位（个）", "轮椅位"),
            column("minPassengers", "最少（人）", "最少人数", "成行人数", "最低成行人数"),
            column("flightYuan", "包机费（元）", "包机费", "包机价格"),
            PER_PASSENGER,
            BOOK_BY,
            LEAD_DAYS,
            REMARK);

    static List<OfferColumn> of(Offer.Kind kind) {
        return switch (kind) {
            case POOL -> POOLS;
            case TRAIN -> TRAINS;
            case FLIGHT -> FLIGHTS;
        };
    }

    /** Whether a header is one of this kind. */
    static boolean all(Offer.Kind kind, Heading heading) {
        return of(kind).stream().filter(OfferColumn::needed).allMatch(column -> heading.at(column.key()) >= 0);
    }

    static Optional<OfferColumn> of(Offer.Kind kind, String key) {
        return of(kind).stream().filter(column -> column.key().equals(key)).findFirst();
    }
}
