package io.chunfeng.road;

import com.graphhopper.util.Constants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepared graphs on disk, one folder for each map, profile and version of the engine. A folder is complete or absent: a graph is prepared in a
 * folder of its own and renamed when done, so that a stopped import leaves nothing that is mistaken for a graph, and two programs may prepare
 * the same graph at once.
 */
final class GraphCache {
    private static final Logger LOG = LoggerFactory.getLogger(GraphCache.class);
    private static final String UNFINISHED = "unfinished-";
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

    private final Path folder;
    private final OpeningListener listener;

    GraphCache(Path folder, OpeningListener listener) {
        this.folder = folder;
        this.listener = listener;
    }

    /**
     * A loaded engine.
     *
     * @param engines gives a new one at every call
     * @throws MapFormatException when the map cannot be imported
     */
    CoachEngine load(String mapSha256, Supplier<CoachEngine> engines) {
        CoachEngine engine = engines.get();
        Path graph = folder.resolve(name(mapSha256, engine));
        if (!Files.isDirectory(graph)) {
            return prepare(graph, engine, engines);
        }
        if (loadExisting(graph, engine)) {
            return engine;
        }
        remove(graph);
        return prepare(graph, engines.get(), engines);
    }

    private static String name(String mapSha256, CoachEngine engine) {
        String settings = new Sha256().text(engine.settings()).hex();
        return mapSha256.substring(0, 16) + "-" + settings.substring(0, 8) + "-" + Constants.VERSION;
    }

    private boolean loadExisting(Path graph, CoachEngine engine) {
        try {
            if (FolderSeal.holds(graph, listener) && read(graph, engine)) {
                return true;
            }
            LOG.warn("prepared graph {} is damaged and will be prepared again", graph);
        } catch (RuntimeException e) {
            LOG.warn("prepared graph {} cannot be read ({}) and will be prepared again", graph, e.getMessage());
        }
        engine.close();
        return false;
    }

    private boolean read(Path graph, CoachEngine engine) {
        listener.at(OpeningStage.LOADING, 0, 0);
        engine.setGraphHopperLocation(graph.toString());
        engine.setAllowWrites(false);
        return engine.load();
    }

    private CoachEngine prepare(Path graph, CoachEngine engine, Supplier<CoachEngine> engines) {
        removeAbandoned();
        Path unfinished = null;
        try {
            Files.createDirectories(folder);
            unfinished = Files.createTempDirectory(folder, UNFINISHED);
            engine.setGraphHopperLocation(unfinished.toString());
            engine.tell(listener);
            listener.at(OpeningStage.READING, 0, 0);
            engine.importOrLoad();
            FolderSeal.put(unfinished);
            if (engine.storage() == GraphStorage.RAM) {
                publish(unfinished, graph);
                return engine;
            }
            engine.close(); // before its files move
            publish(unfinished, graph);
            return reopened(graph, engines.get());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write prepared graphs to " + folder
                            + ": free space, make the folder writable or name another",
                    e);
        } finally {
            if (unfinished != null) {
                remove(unfinished);
            }
        }
    }

    private CoachEngine reopened(Path graph, CoachEngine engine) throws IOException {
        if (!Files.isDirectory(graph) || !read(graph, engine)) {
            throw new IOException(graph + " cannot be read back");
        }
        return engine;
    }

    /** An engine that holds everything in memory does not mind; where another program was first, its folder stays. */
    private static void publish(Path unfinished, Path graph) throws IOException {
        try {
            Files.move(unfinished, graph, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            LOG.warn("this file system cannot rename a folder at once; the graph will be prepared again next time");
        } catch (IOException e) {
            if (!Files.isDirectory(graph)) {
                throw e;
            }
        }
    }

    private void removeAbandoned() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            Instant limit = Instant.now().minus(ABANDONED_AFTER);
            for (Path entry : entries.toList()) {
                if (entry.getFileName().toString().startsWith(UNFINISHED)
                        && Files.getLastModifiedTime(entry).toInstant().isBefore(limit)) {
                    remove(entry);
                }
            }
        } catch (IOException e) {
            LOG.debug("could not look for abandoned folders in {}", folder, e);
        }
    }

    private static void remove(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> content = Files.walk(tree)) {
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("could not remove {}", tree, e);
        }
    }
}
