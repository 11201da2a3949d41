package io.chunfeng.plan.format;

import io.chunfeng.road.RoadMatrix;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import tools.jackson.core.JsonGenerator;

/** Writes a matrix alone, in the shape of a problem's {@code matrix}. */
public final class MatrixWriter {
    private MatrixWriter() {}

    /** Writes the whole file or, on an exception, leaves what was there. */
    public static void write(RoadMatrix matrix, Path file) throws IOException {
        JsonTarget.write(file, target -> content(target.json(), matrix));
    }

    /** Writes to a stream, which stays open. */
    public static void write(RoadMatrix matrix, OutputStream out) throws IOException {
        JsonTarget.write(out, target -> content(target.json(), matrix));
    }

    static void content(JsonGenerator json, RoadMatrix matrix) {
        json.writeArrayPropertyStart("placeIds");
        matrix.placeIds().forEach(json::writeString);
        json.writeEndArray();
        rows(json, "metres", matrix.metres());
        rows(json, "seconds", matrix.seconds());
        json.writeArrayPropertyStart("expressway");
        for (int i = 0; i < matrix.size(); i++) {
            json.writeStartArray();
            for (int j = 0; j < matrix.size(); j++) {
                if (matrix.reachable(i, j)) {
                    share(json, matrix.expressway()[i][j]);
                } else {
                    json.writeNull();
                }
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void share(JsonGenerator json, double share) {
        if (share == Math.rint(share)) {
            json.writeNumber((int) share);
        } else {
            json.writeNumber(share);
        }
    }

    private static void rows(JsonGenerator json, String part, int[][] rows) {
        json.writeArrayPropertyStart(part);
        for (int[] row : rows) {
            json.writeStartArray();
            for (int cell : row) {
                if (cell == RoadMatrix.UNREACHABLE) {
                    json.writeNull();
                } else {
                    json.writeNumber(cell);
                }
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
