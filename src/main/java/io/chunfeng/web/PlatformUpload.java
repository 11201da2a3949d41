package io.chunfeng.web;

import io.chunfeng.freeze.PlatformFile;
import io.chunfeng.freeze.Sha256;
import io.chunfeng.intake.TableException;
import io.chunfeng.intake.TableException.Reason;
import io.chunfeng.intake.TableFile;
import io.chunfeng.intake.TableLimits;
import io.chunfeng.intake.TableRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads the cells of a file of the platform: of an .xlsx or .xls those of its first sheet. */
@Component
class PlatformUpload {
    private static final TableLimits LIMITS = TableLimits.of(5, 2_000);

    private final Clock clock;

    PlatformUpload(Clock clock) {
        this.clock = clock;
    }

    /** @throws TableException when it is no table */
    PlatformFile read(MultipartFile upload, String login) {
        try {
            if (upload.isEmpty()) {
                throw new TableException(Reason.EMPTY, "");
            }
            byte[] content = upload.getBytes();
            Path file = Files.createTempFile("chunfeng-platform-", ".upload");
            try {
                Files.write(file, content);
                String name = upload.getOriginalFilename() == null ? "" : upload.getOriginalFilename();
                return new PlatformFile(name, Sha256.of(content), cells(file), login, clock.instant());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> cells(Path file) {
        Map<String, String> cells = new HashMap<>();
        String[] first = new String[1];
        TableFile.read(file, LIMITS, row -> {
            first[0] = first[0] == null ? row.sheet() : first[0];
            if (row.sheet().equals(first[0])) {
                row.cells()
                        .forEach((column, value) -> cells.put(TableRow.letter(column) + row.number(), value.shown()));
            }
        });
        return cells;
    }
}
