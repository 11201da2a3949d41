package io.chunfeng.solver;

/** How many people of a group travel together, wheelchair users among them. */
record PartSize(int persons, int wheelchairs) {

    /**
     * The largest part that fits, or null. Never leaves a rest that is too small to travel when a smaller part avoids it
     * (H15).
     *
     * @param remaining persons without a seat, {@code wheelchairs} of them in wheelchairs
     * @param seats free seats
     * @param spaces free wheelchair spaces
     */
    static PartSize largest(GroupFact group, int remaining, int wheelchairs, int seats, int spaces) {
        int users = Math.max(0, Math.min(Math.min(wheelchairs, spaces), seats));
        int persons = Math.min(seats, remaining - wheelchairs + users);
        int left = remaining - persons;
        if (left > 0 && left < group.minPart && remaining - group.minPart >= group.minPart) {
            persons = Math.min(persons, remaining - group.minPart);
        }
        return persons < group.minPart || persons <= 0 ? null : new PartSize(persons, Math.min(users, persons));
    }
}
