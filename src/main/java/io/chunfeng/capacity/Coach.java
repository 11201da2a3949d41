package io.chunfeng.capacity;

/**
 * 车辆: one coach by its plate.
 *
 * @param id 0 for one that is not kept yet
 * @param version one more with each change; a change names the version it was made from
 * @param plate 车牌, in the form of {@link Plates#normal}
 * @param poolId of the {@link CoachPool} that it runs for
 * @param approvedSeats 核载: drivers included
 * @param permit 道路运输证号
 */
public record Coach(
        long id, int version, String plate, String poolId, int approvedSeats, String permit, FleetState state) {

    public boolean ready() {
        return state == FleetState.READY;
    }
}
