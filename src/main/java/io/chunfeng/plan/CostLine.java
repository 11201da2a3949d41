package io.chunfeng.plan;

/**
 * One component of a vehicle's cost.
 *
 * @param quantity metres, driver days, carriages, persons, person seconds or person days; 1 for what is charged once
 * @param rateFen fen for one kilometre, driver day, carriage, person, person hour or person day
 * @param fen what it comes to
 */
public record CostLine(CostComponent component, long quantity, long rateFen, long fen) {}
