package io.chunfeng.day;

/** 改乘: people of a group who rode another trip than the one of the plan. @param from the trip of the plan */
public record Transfer(TripRef from, String groupId, int persons) {}
