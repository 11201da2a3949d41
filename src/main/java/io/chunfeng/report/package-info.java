/** 动态监测 and 阶段性活动进展情况: pictures and reports over the ledger of what ran. Described in src/docs/reports.md. */
package io.chunfeng.report;
