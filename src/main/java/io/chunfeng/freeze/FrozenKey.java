package io.chunfeng.freeze;

/** @param template id of the form @param number 1, 2, 3, … of each template, without a gap */
public record FrozenKey(String template, int number) {

    /** As it is printed and filed. */
    public String label() {
        return template + "-第" + number + "号";
    }
}
