package io.chunfeng.web;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The desk in a real browser: how long until everything is drawn, until a filter and a choice are seen, and how much comes
 * over the wire.
 */
public final class DeskStopwatch {
    private static final int ROUNDS = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Milliseconds until what a script changed is on the screen. */
    private static final String UNTIL_PAINTED =
            "const done = arguments[arguments.length - 1]; const before = performance.now(); %s"
                    + "requestAnimationFrame(() => setTimeout(() => done(performance.now() - before)));";

    /** Until list, map and timeline show it; until the particulars are there too. */
    private static final String CHOICE =
            "const done = arguments[arguments.length - 1]; const before = performance.now();"
                    + "document.querySelector('tr[data-vehicle=\"ID\"] td').click(); let seen = 0;"
                    + "requestAnimationFrame(() => setTimeout(() => { seen = performance.now() - before; }));"
                    + "const look = () => seen && document.getElementById('detail').dataset.trip === 'ID'"
                    + " ? setTimeout(() => done([seen, performance.now() - before])) : requestAnimationFrame(look);"
                    + "requestAnimationFrame(look);";

    private static final String FOUR_TIMES =
            "const done = arguments[arguments.length - 1]; const ask = window.fetch; window.fetch = (address, how) =>"
                    + " ask(address, how).then((answer) => !String(address).endsWith('/data.json') ? answer : answer.json().then((data) => {"
                    + " data.trips = [0, 1, 2, 3].flatMap((n) => data.trips.map((row) => [row[0] + (n ? '-' + n : '')].concat(row.slice(1))));"
                    + " return new Response(JSON.stringify(data)); }));"
                    + "window.chunfengDesk.refresh().then(() => done(document.querySelector('.desk-rows table').getAttribute('aria-rowcount') - 1));";

    private DeskStopwatch() {}

    /**
     * Prints what it measures.
     *
     * @param address of the program, without a slash at its end
     * @param desk path of the page
     */
    public static void measure(String address, String desk) throws IOException {
        try (Browser browser = Browser.start(address)) {
            measure(browser, desk);
        }
    }

    private static void measure(Browser browser, String desk) {
        browser.open("/sign-in");
        browser.find("button[data-login]").click();
        List<Double> first = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            browser.forgetFiles();
            browser.open(desk);
            painted(browser);
            first.add(number(browser.script("return performance.getEntriesByName('desk-painted')[0].startTime")));
            bytes.add(
                    number(
                            browser.script(
                                    "return performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation')).reduce((sum, r) => sum + r.transferSize, 0)")));
        }
        report("first view", "ms", first);
        report("transferred", "bytes", bytes);
        filters(browser, "filter");
        List<Double> seen = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int round = 0; round < ROUNDS * 3; round++) {
            List<?> both = (List<?>) browser.later(CHOICE.replace("ID", somewhere(browser, round)));
            seen.add(number(both.get(0)));
            whole.add(number(both.get(1)));
        }
        report("chosen in all three", "ms", seen);
        report("with its particulars", "ms", whole);
        fourTimes(browser);
    }

    /** The same figures with each trip four times, as if they came from the server. */
    private static void fourTimes(Browser browser) {
        Object trips = browser.later(FOUR_TIMES);
        System.out.println(trips + " trips");
        filters(browser, "filter");
        List<Double> seen = new ArrayList<>();
        for (int round = 0; round < ROUNDS * 3; round++) {
            seen.add(number(browser.later(UNTIL_PAINTED.formatted("document.querySelector('tr[data-vehicle=\""
                    + somewhere(browser, 4 * round) + "\"] td').click();"))));
        }
        report("chosen in all three", "ms", seen);
    }

    private static void filters(Browser browser, String what) {
        List<Double> filters = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            filters.add(select(browser, "state", "roomy"));
            filters.add(select(browser, "state", ""));
            filters.add(select(browser, "corridor", "0"));
            filters.add(select(browser, "corridor", ""));
        }
        report(what, "ms", filters);
    }

    /** A trip in the middle of the list's window after scrolling. */
    private static String somewhere(Browser browser, int round) {
        browser.script("document.querySelector('.desk-rows').scrollTop = arguments[0] * 700", round);
        return (String) browser.later(
                "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => requestAnimationFrame(() =>"
                        + " done(document.querySelectorAll('tr[data-vehicle]')[8].dataset.vehicle)))");
    }

    private static void painted(Browser browser) {
        browser.until("everything is drawn", PATIENCE, () ->
                (Boolean) browser.script("return performance.getEntriesByName('desk-painted').length > 0"));
    }

    private static double select(Browser browser, String filter, String value) {
        return number(browser.later(UNTIL_PAINTED.formatted("const f = document.getElementById('filters').elements['"
                + filter + "']; f.value = '" + value + "'; f.dispatchEvent(new Event('change', { bubbles: true }));")));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static void report(String what, String unit, List<Double> measured) {
        List<Double> sorted = measured.stream().sorted().toList();
        System.out.printf(
                "%-22s median %,8.0f %s, most %,8.0f (%d)%n",
                what, sorted.get(sorted.size() / 2), unit, sorted.get(sorted.size() - 1), sorted.size());
        System.out.println(
                "  " + sorted.stream().map(v -> String.format("%.0f", v)).collect(Collectors.joining(" ")));
    }
}
