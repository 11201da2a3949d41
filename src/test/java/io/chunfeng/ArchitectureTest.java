package io.chunfeng;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The boundaries of the program: which packages there are, what each may use, where each library lives. */
class ArchitectureTest {
    private static final String ROOT = "io.chunfeng";
    private static final Path SOURCES = Path.of("src/main/java/io/chunfeng");

    /** Everything each package may use of the others. The root package composes them all. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("place", Set.of()),
            Map.entry("demand", Set.of("place")),
            Map.entry("account", Set.of("demand")),
            Map.entry("manifest", Set.of("demand", "account", "intake")),
            Map.entry("capacity", Set.of("place")),
            Map.entry("intake", Set.of("place", "demand", "capacity")),
            Map.entry("road", Set.of("place")),
            Map.entry("plan", Set.of("place", "demand", "capacity", "road")),
            Map.entry("closure", Set.of("place", "demand", "road", "plan")),
            Map.entry("plan.format", Set.of("place", "demand", "capacity", "road", "plan")),
            Map.entry("desk", Set.of("place", "demand", "capacity", "road", "plan")),
            Map.entry("solver", Set.of("place", "demand", "capacity", "road", "plan", "desk")),
            Map.entry("dispatch", Set.of("place", "demand", "capacity", "plan")),
            Map.entry("day", Set.of("place", "demand", "capacity", "intake", "road", "plan", "dispatch")),
            Map.entry("statistics", Set.of("place", "demand", "dispatch")),
            Map.entry("freeze", Set.of("place", "demand", "dispatch", "statistics")),
            Map.entry("report", Set.of("place", "demand", "capacity", "plan", "dispatch", "statistics")),
            Map.entry("run", Set.of("place", "demand", "capacity", "road", "plan")),
            Map.entry(
                    "storage",
                    Set.of(
                            "place",
                            "demand",
                            "account",
                            "manifest",
                            "capacity",
                            "intake",
                            "road",
                            "plan",
                            "plan.format",
                            "desk",
                            "dispatch",
                            "day",
                            "statistics",
                            "freeze",
                            "report",
                            "run")),
            Map.entry("demo", Set.of("place", "demand", "account", "capacity")),
            Map.entry("command", Set.of("place", "road", "plan", "plan.format")),
            Map.entry("web.security", Set.of("account")),
            Map.entry(
                    "web.api",
                    Set.of(
                            "place",
                            "demand",
                            "account",
                            "manifest",
                            "web.security",
                            "intake",
                            "capacity",
                            "road",
                            "plan",
                            "plan.format",
                            "run",
                            "dispatch",
                            "statistics")),
            Map.entry(
                    "web",
                    Set.of(
                            "place",
                            "demand",
                            "account",
                            "manifest",
                            "web.security",
                            "capacity",
                            "intake",
                            "road",
                            "plan",
                            "plan.format",
                            "closure",
                            "run",
                            "desk",
                            "dispatch",
                            "day",
                            "statistics",
                            "freeze",
                            "report")));

    /** Libraries by the packages they live in; "" is the root. */
    private static final List<Library> LIBRARIES = List.of(
            new Library("OptaPlanner", Set.of("org.optaplanner.."), Set.of("solver")),
            new Library("GraphHopper", Set.of("com.graphhopper.."), Set.of("road")),
            new Library(
                    "database",
                    Set.of(
                            "java.sql..",
                            "javax.sql..",
                            "org.springframework.jdbc..",
                            "org.springframework.transaction..",
                            "org.postgresql..",
                            "org.flywaydb..",
                            "io.zonky..",
                            "com.github.kagkarlsson.."),
                    Set.of("storage", "")),
            new Library(
                    "Jackson",
                    Set.of("tools.jackson..", "com.fasterxml.jackson.."),
                    Set.of("plan.format", "statistics", "intake", "storage", "web", "web.api")),
            new Library("POI", Set.of("org.apache.poi.."), Set.of("statistics", "report", "intake", "manifest")),
            new Library("excel-streaming-reader", Set.of("com.github.pjfanning.."), Set.of("intake")),
            new Library("commons-csv", Set.of("org.apache.commons.csv.."), Set.of("intake")),
            new Library("Tink", Set.of("com.google.crypto.tink.."), Set.of("manifest")),
            new Library("ZXing", Set.of("com.google.zxing.."), Set.of("web")),
            new Library("hutool", Set.of("cn.hutool.."), Set.of("manifest")),
            new Library(
                    "Spring",
                    Set.of("org.springframework.."),
                    Set.of("", "storage", "web", "web.security", "web.api")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private record Library(String name, Set<String> classes, Set<String> homes) {
        String[] homePackages() {
            return homes.stream()
                    .map(home -> home.isEmpty() ? ROOT : ROOT + "." + home)
                    .toArray(String[]::new);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void packagesOnDiskAreThoseNamedHere() throws IOException {
        Set<String> onDisk = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(f -> f.toString().endsWith(".java"))
                    .map(f -> SOURCES.relativize(f.getParent())
                            .toString()
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .forEach(onDisk::add);
        }
        onDisk.remove("");
        assertThat(onDisk).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
    }

    @Test
    void everyNamedPackageWasCompiledAndIsLookedAt() {
        Set<String> compiled = new TreeSet<>();
        CLASSES.stream().map(ArchitectureTest::packageOf).forEach(compiled::add);
        assertThat(compiled).containsAll(MAY_USE.keySet());
    }

    @Test
    void eachPackageUsesOnlyItsSet() {
        List<String> offences = CLASSES.stream()
                .filter(c -> !packageOf(c).isEmpty())
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .filter(ArchitectureTest::crossesWithoutLeave)
                .map(Dependency::getDescription)
                .sorted()
                .toList();
        assertThat(offences).isEmpty();
    }

    private static boolean crossesWithoutLeave(Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (!(target.getPackageName() + ".").startsWith(ROOT + ".")) {
            return false;
        }
        String from = packageOf(dependency.getOriginClass());
        String to = packageOf(target);
        return !from.equals(to) && !MAY_USE.getOrDefault(from, Set.of()).contains(to);
    }

    @Test
    void noCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void eachLibraryHasOneHome(Library library) {
        noClasses()
                .that()
                .resideOutsideOfPackages(library.homePackages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library.classes().toArray(String[]::new))
                .check(CLASSES);
    }

    /** A misspelt library or home would make the rule above pass on nothing. */
    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void eachLibraryIsReallyUsedAtHome(Library library) {
        Set<String> using = new TreeSet<>();
        CLASSES.stream()
                .filter(c -> c.getDirectDependenciesFromSelf().stream()
                        .map(d -> d.getTargetClass().getPackageName() + ".")
                        .anyMatch(name -> library.classes().stream()
                                .anyMatch(l -> name.startsWith(l.substring(0, l.length() - 1)))))
                .map(ArchitectureTest::packageOf)
                .forEach(using::add);
        assertThat(using).containsAnyElementsOf(library.homes());
    }

    /** Below the root: "plan.format"; "" is the root itself. */
    private static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }
}
