package io.chunfeng.demand;

/** What the dispatcher sets for the current campaign. */
public interface CampaignTerms {
    SubmissionDeadline deadline();

    void setDeadline(SubmissionDeadline deadline);

    /** The campaign is over. */
    boolean closed();

    /** Ends the campaign: every group that was taken is closed. Ended by mistake, it is opened again. */
    void close(boolean closed, String actor);
}
