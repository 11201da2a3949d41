package io.chunfeng.web;

import io.chunfeng.capacity.CapacityChange;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Finding;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.FlightText;
import io.chunfeng.capacity.Offer;
import io.chunfeng.capacity.Offered;
import io.chunfeng.capacity.PoolText;
import io.chunfeng.capacity.Reading;
import io.chunfeng.capacity.Surroundings;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.capacity.TrainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * What was typed about one offer, as it was typed, so that nothing is lost on an error.
 *
 * @param typed by field
 * @param calls of a train; several empty ones at the end are offered for more
 * @param version it was made from; {@link CapacityChange#NEW} for a new offer
 */
record OfferForm(Offer.Kind kind, Map<String, String> typed, List<Map<String, String>> calls, int version) {
    private static final int FIRST_CALLS = 3;
    private static final int MOST_CALLS = 60;

    static OfferForm empty(Offer.Kind kind) {
        OfferForm form = new OfferForm(kind, Map.of(), List.of(), CapacityChange.NEW);
        return kind == Offer.Kind.TRAIN ? form.withCalls(FIRST_CALLS) : form;
    }

    static OfferForm of(Offered<? extends Offer> kept, Surroundings places) {
        Offer offer = kept.offer();
        if (offer instanceof CoachPool pool) {
            return new OfferForm(Offer.Kind.POOL, PoolText.write(pool, places), List.of(), kept.version());
        }
        if (offer instanceof TrainService train) {
            return new OfferForm(
                    Offer.Kind.TRAIN, TrainText.write(train), TrainText.writeCalls(train, places), kept.version());
        }
        return new OfferForm(Offer.Kind.FLIGHT, FlightText.write((Flight) offer, places), List.of(), kept.version());
    }

    /** @param sent parameters of a request; those of calls come once a call */
    static OfferForm of(Offer.Kind kind, MultiValueMap<String, String> sent, int version) {
        List<Map<String, String>> calls = new ArrayList<>();
        if (kind == Offer.Kind.TRAIN) {
            int most = TrainText.CALL_FIELDS.stream()
                    .mapToInt(field -> sent.getOrDefault(field, List.of()).size())
                    .max()
                    .orElse(0);
            for (int i = 0; i < Math.min(most, MOST_CALLS); i++) {
                Map<String, String> call = new HashMap<>();
                for (String field : TrainText.CALL_FIELDS) {
                    List<String> values = sent.getOrDefault(field, List.of());
                    call.put(field, i < values.size() ? values.get(i) : "");
                }
                calls.add(call);
            }
        }
        return new OfferForm(kind, sent.toSingleValueMap(), calls, version);
    }

    Reading<? extends Offer> read(Surroundings places) {
        return switch (kind) {
            case POOL -> PoolText.read(typed, places);
            case TRAIN -> TrainText.read(typed, calls, places);
            case FLIGHT -> FlightText.read(typed, places);
        };
    }

    OfferForm withCalls(int more) {
        List<Map<String, String>> all = new ArrayList<>(calls);
        for (int i = 0; i < more && all.size() < MOST_CALLS; i++) {
            all.add(Map.of());
        }
        return new OfferForm(kind, typed, all, version);
    }

    /** The same offer once more, for a further one that is like it. */
    OfferForm copied() {
        Map<String, String> copy = new HashMap<>(typed);
        copy.remove("id");
        return new OfferForm(kind, copy, calls, CapacityChange.NEW);
    }

    public boolean fresh() {
        return version == CapacityChange.NEW;
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public String call(int number, String field) {
        return calls.get(number).getOrDefault(field, "");
    }

    /** First findings by field, for the page. */
    static Map<String, Finding> byField(List<Finding> findings) {
        Map<String, Finding> first = new HashMap<>();
        for (Finding finding : findings) {
            first.merge(finding.field(), finding, (a, b) -> a.error() ? a : b);
        }
        return first;
    }
}
