package io.chunfeng.road;

/** What is done on the way from a map's file to roads that can be asked, in this order; a prepared graph is only checked and loaded. */
public enum OpeningStage {
    /** Bytes of the map or of the prepared graph are compared with what is known of them. */
    CHECKING,
    /** Roads are read from the map. */
    READING,
    /** Roads are laid side by side as they lie on the earth, and islands are marked. */
    SORTING,
    /** For finding the nearest road. */
    INDEXING,
    /** Contraction hierarchies. Says nothing of its progress. */
    PREPARING,
    /** Onto the disk, for the next start. */
    SAVING,
    /** From the disk. */
    LOADING
}
