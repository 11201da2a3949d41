package io.chunfeng.web.api;

import io.chunfeng.account.Viewer;
import io.chunfeng.demand.Registration;
import io.chunfeng.manifest.Asker;
import io.chunfeng.manifest.DocumentKind;
import io.chunfeng.manifest.ManifestCounts;
import io.chunfeng.manifest.ManifestKeysException;
import io.chunfeng.manifest.ManifestMatch;
import io.chunfeng.manifest.ManifestRow;
import io.chunfeng.manifest.Manifests;
import io.chunfeng.manifest.NoSuchManifestException;
import io.chunfeng.manifest.OpeningReason;
import io.chunfeng.manifest.PassengerRole;
import io.chunfeng.web.security.TokenScopes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/groups/{id}/manifest", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "manifests", description = "花名册: counts for the county and dispatchers; names only for tokens made for it")
class ManifestApi {
    private final Manifests manifests;

    ManifestApi(Manifests manifests) {
        this.manifests = manifests;
    }

    /** @param match how it compares with the group's headcount */
    record Counts(
            String groupId,

            @Schema(description = "Persons of the group", example = "46")
            int headcount,

            @Schema(description = "Workers and escorts named", example = "44")
            int seated,

            @Schema(description = "Infants on laps", example = "1")
            int infants,

            @Schema(description = "Of the seated", example = "0")
            int wheelchairs,

            ManifestMatch match) {}

    @Schema(name = "NamedPassenger")
    record Named(
            @Schema(example = "王小明") String name,
            DocumentKind documentKind,
            String documentNumber,
            String phone,
            PassengerRole role,
            boolean wheelchair) {
        static Named of(ManifestRow row) {
            return new Named(row.name(), row.kind(), row.number(), row.phone(), row.role(), row.wheelchair());
        }

        /** Nothing of it, so that it cannot get into a log. */
        @Override
        public String toString() {
            return "Named";
        }
    }

    @GetMapping
    @Operation(summary = "How many of a group are named")
    Counts counts(@PathVariable String id, @Parameter(hidden = true) Viewer viewer) {
        Registration group = group(id, viewer);
        ManifestCounts counts = manifests.counts(List.of(id)).getOrDefault(id, ManifestCounts.NONE);
        return new Counts(
                id,
                group.group().headcount(),
                counts.seated(),
                counts.infants(),
                counts.wheelchairs(),
                counts.match(group.group().headcount(), group.group().wheelchairs()));
    }

    @GetMapping("/passengers")
    @Operation(
            summary = "Who is named, in clear; every call is in the audit log",
            description = "Needs a token that was made with 可读取花名册明文 (403 otherwise).")
    ResponseEntity<List<Named>> passengers(
            @PathVariable String id,
            @Parameter(description = "Why", example = "TICKETS") @RequestParam OpeningReason reason,
            @Parameter(hidden = true) Viewer viewer,
            HttpServletRequest request) {
        if (!TokenScopes.readsManifests()) {
            throw ProblemException.forbidden("This token may not read names: make one with 可读取花名册明文.");
        }
        group(id, viewer);
        try {
            List<Named> named = manifests.opened(new Asker(viewer, request.getRemoteAddr()), id, reason).rows().stream()
                    .map(Named::of)
                    .toList();
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(named);
        } catch (ManifestKeysException e) {
            throw ProblemException.conflict("manifest-keys", "Manifests cannot be opened: keys " + e.reason() + ".");
        }
    }

    private Registration group(String id, Viewer viewer) {
        try {
            return manifests.group(viewer, id);
        } catch (NoSuchManifestException e) {
            throw ProblemException.notFound("group", id);
        }
    }
}
