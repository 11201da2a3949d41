package io.chunfeng.solver;

import com.graphhopper.util.DistanceCalcEarth;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tables in which every two places are joined by a straight road at 72 km/h. */
final class StraightRoads {
    private StraightRoads() {}

    static Path write(List<Place> places, Path folder) throws IOException {
        List<Position> points = places.stream().map(Place::position).distinct().toList();
        List<String> rows = new ArrayList<>(List.of("id,name,adminCode,lon,lat,kind"));
        List<String> links = new ArrayList<>(List.of("from,to,ref,name,km,minutes"));
        for (int i = 0; i < points.size(); i++) {
            rows.add(String.format(
                    Locale.ROOT,
                    "P%d,地%d,,%.9f,%.9f,city",
                    i,
                    i,
                    points.get(i).lon(),
                    points.get(i).lat()));
            for (int j = 0; j < i; j++) {
                double km = DistanceCalcEarth.DIST_EARTH.calcDist(
                                points.get(i).lat(),
                                points.get(i).lon(),
                                points.get(j).lat(),
                                points.get(j).lon())
                        / 1000;
                links.add(String.format(Locale.ROOT, "P%d,P%d,,,%.9f,%.9f", i, j, km, km / 72 * 60));
            }
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve("places.csv"), rows);
        Files.write(folder.resolve("links.csv"), links);
        return folder;
    }
}
