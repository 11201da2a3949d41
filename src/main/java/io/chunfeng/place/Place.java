package io.chunfeng.place;

/**
 * A boarding point, workplace, depot, station or airport.
 *
 * @param id unique in its problem or campaign
 * @param name as printed on orders
 * @param adminCode GB/T 2260 code, six digits: province 2, prefecture 2, county 2
 * @param position the coordinates as given
 */
public record Place(String id, String name, String adminCode, Position position) {

    /** The first four digits of the administrative code. */
    public String prefecture() {
        return adminCode.substring(0, 4);
    }
}
