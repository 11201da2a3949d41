package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.demand.CampaignTerms;
import io.chunfeng.demand.ChangeRequest;
import io.chunfeng.demand.ChangeRequests;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.HistoryEntry;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.SubmissionDeadline;
import io.chunfeng.dispatch.GroupTrip;
import io.chunfeng.dispatch.Handover;
import io.chunfeng.dispatch.Handovers;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.place.PlaceRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Everything the page of one group shows to one viewer. */
@Component
class GroupSheet {
    private final RegistrationRepository registrations;
    private final ChangeRequests requests;
    private final Publications publications;
    private final Handovers handovers;
    private final CampaignTerms terms;
    private final PlaceRepository places;
    private final GroupHistory history;
    private final String contact;

    GroupSheet(
            RegistrationRepository registrations,
            ChangeRequests requests,
            Publications publications,
            Handovers handovers,
            CampaignTerms terms,
            PlaceRepository places,
            GroupHistory history,
            @Value("${chunfeng.contact:}") String contact) {
        this.registrations = registrations;
        this.requests = requests;
        this.publications = publications;
        this.handovers = handovers;
        this.terms = terms;
        this.places = places;
        this.history = history;
        this.contact = contact;
    }

    /**
     * @param lastDay to hand it in in time
     * @param late 逾期: it was handed in after that day
     * @param told null while no publication covers it
     * @param outdated the trips are those of before an accepted change: a new plan is needed
     */
    record Sheet(
            Registration registration,
            GroupRow row,
            LocalDate lastDay,
            boolean late,
            Publications.Told told,
            List<GroupTrip> trips,
            boolean outdated,
            List<RequestLine> requests,
            List<Handover> handovers,
            List<GroupHistory.Line> history,
            Names names,
            String contact) {

        public boolean open() {
            return requests.stream().anyMatch(line -> line.request().state() == ChangeRequest.State.OPEN);
        }
    }

    /** @param figures what would become what */
    record RequestLine(ChangeRequest request, List<String> figures) {}

    /** @throws NotFoundException when there is none that the viewer may see */
    Sheet of(Viewer viewer, String groupId, Locale locale) {
        Registration registration = registrations.find(viewer.scope(), groupId).orElseThrow(NotFoundException::new);
        Names names = new Names(places.all());
        GroupRow row = GroupRow.of(registration, names, new Regions(names));
        Publications.Told told = publications.told(viewer.scope(), groupId).orElse(null);
        List<RequestLine> lines = requests.ofGroup(viewer.scope(), groupId).stream()
                .map(request -> new RequestLine(
                        request,
                        request.wanted() == null
                                ? List.of()
                                : history.differences(request.base(), request.wanted(), locale)))
                .toList();
        List<HistoryEntry> entries = registrations.history(viewer.scope(), groupId);
        SubmissionDeadline deadline = terms.deadline();
        return new Sheet(
                registration,
                row,
                deadline.lastDay(row.day()),
                late(entries, deadline, row.day()),
                told,
                told == null ? List.of() : GroupTrip.of(told.rides()),
                told != null && lines.stream().anyMatch(line -> changedSince(told, line.request())),
                lines,
                handovers.ofGroup(viewer.scope(), groupId),
                history.lines(entries, locale),
                names,
                contact);
    }

    private static boolean late(List<HistoryEntry> entries, SubmissionDeadline deadline, LocalDate day) {
        return entries.stream()
                .filter(entry -> entry.to() == GroupState.SUBMITTED)
                .reduce((earlier, later) -> later)
                .map(entry -> deadline.late(entry.at(), day))
                .orElse(false);
    }

    private static boolean changedSince(Publications.Told told, ChangeRequest request) {
        return request.state() == ChangeRequest.State.ACCEPTED
                && request.wanted() != null
                && request.answeredAt().isAfter(told.publication().at());
    }
}
