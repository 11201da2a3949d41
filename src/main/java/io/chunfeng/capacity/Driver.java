package io.chunfeng.capacity;

/**
 * 驾驶员.
 *
 * @param id 0 for one that is not kept yet
 * @param version one more with each change; a change names the version it was made from
 * @param phone digits, with a hyphen after the area code of a landline
 * @param operator 企业, as the pools name it
 * @param licence 从业资格证号
 */
public record Driver(
        long id, int version, String name, String phone, String operator, String licence, FleetState state) {

    public boolean ready() {
        return state == FleetState.READY;
    }
}
