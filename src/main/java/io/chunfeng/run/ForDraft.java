package io.chunfeng.run;

/**
 * 继续优化: the draft whose plan a run goes on with.
 *
 * @param draft id
 * @param version of the draft that the run began from
 */
public record ForDraft(long draft, int version) {}
