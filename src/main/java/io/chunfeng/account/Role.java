package io.chunfeng.account;

/** What somebody is here for. An account has exactly one. */
public enum Role {
    /** 县（市、区）劳务输出地: registers groups of its own counties. */
    COUNTY,
    /** 交通运输局调度员: capacity, plans, closures, dispatch. */
    DISPATCHER,
    /** 人社局统计报送: statistics. */
    REPORTER,
    /** Accounts, settings, the audit log. */
    ADMINISTRATOR,
    /** County of the workplace, or an employer: what arrives when. */
    RECEIVER
}
