package io.chunfeng.intake;

/** Groups belong to a campaign, and there is none yet. */
public final class NoCampaignException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
