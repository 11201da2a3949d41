package io.chunfeng.web;

import java.util.Optional;

/** A zoom level of the maps on the pages: the world is 256 pixels wide at level 0, and twice as wide at each further one (Web Mercator). */
record Zoom(int level) {
    static final int MAX = 18;
    /** For who does not say: a pixel is some 60 m wide in the middle of China. */
    static final Zoom USUAL = new Zoom(11);

    private static final double WORLD_PIXELS = 256;

    /** @return empty when the text is no whole number from 0 to 18 */
    static Optional<Zoom> of(String text) {
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) > MAX) {
            return Optional.empty();
        }
        return Optional.of(new Zoom(Integer.parseInt(text)));
    }

    /** Where a point is drawn, in pixels from the north-western corner of the world. */
    double[] pixel(double[] lonLat) {
        double sine = Math.sin(Math.toRadians(lonLat[1]));
        double north = Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
        return new double[] {(lonLat[0] / 360 + 0.5) * width(), (0.5 - north) * width()};
    }

    /** To as many decimals as make less than half a pixel: 2 at level 5, 4 at level 11. */
    double[] rounded(double[] lonLat) {
        double steps = Math.pow(10, Math.ceil(Math.log10(2 * width() / 360)));
        return new double[] {Math.round(lonLat[0] * steps) / steps, Math.round(lonLat[1] * steps) / steps};
    }

    private double width() {
        return WORLD_PIXELS * (1 << level);
    }
}
