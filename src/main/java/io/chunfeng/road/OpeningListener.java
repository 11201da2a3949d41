package io.chunfeng.road;

/** Told how far the opening of a map is, by the thread that opens it. */
@FunctionalInterface
public interface OpeningListener {
    OpeningListener NONE = (stage, done, total) -> {};

    /**
     * @param done bytes while checking, roads while reading, else 0
     * @param total of the same, or 0 where it is not known
     */
    void at(OpeningStage stage, long done, long total);
}
