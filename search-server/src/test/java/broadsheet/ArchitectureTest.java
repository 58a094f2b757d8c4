package broadsheet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house is as {@code docs/ARCHITECTURE.md} draws it: its table of rooms is the one that is checked here. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("broadsheet");
    private static final Map<String, Room> ROOMS = Room.inTheDocument().stream()
            .collect(Collectors.toMap(Room::name, room -> room));
    private static final Pattern IMPORT = Pattern.compile("^import (broadsheet[a-z.]*\\.[A-Z]\\w*)", Pattern.MULTILINE);
    /** Files a room may have, its package-info not counted. */
    private static final int MOST_FILES = 25;

    @Test
    void everyClassLivesInARoomOfTheTable() {
        Set<String> packages = HOUSE.stream().map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(ROOMS.keySet()), packages, "the rooms of the table, and the packages of the code");
    }

    @Test
    void eachRoomUsesOnlyTheRoomsOfItsRowAndTheirFaces() {
        classes().should(new ArchCondition<JavaClass>("keep to the row of their room") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency edge : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = edge.getTargetClass().getBaseComponentType();
                    wrong(type, target).ifPresent(fault -> events.add(SimpleConditionEvent.violated(type, fault + ": "
                            + edge.getDescription())));
                }
            }
        }).check(HOUSE);
    }

    private static Optional<String> wrong(JavaClass type, JavaClass target) {
        String from = type.getPackageName();
        String to = target.getPackageName();
        if (from.equals(to) || !ROOMS.containsKey(to) || !ROOMS.containsKey(from)) {
            return Optional.empty();
        }
        Room room = ROOMS.get(from);
        boolean main = room.hasMain() && outermost(type).equals(room.main()) && room.mainMay().contains(to);
        if (!room.may().contains(to) && !main) {
            return Optional.of(type.getName() + " uses " + to + ", but the row of " + from + " allows "
                    + room.may());
        }
        return ROOMS.get(to).faces().contains(outermost(target))
                ? Optional.empty()
                : Optional.of(type.getName() + " names " + target.getName() + ", but the faces of " + to
                        + " are " + ROOMS.get(to).faces());
    }

    private static String outermost(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replaceFirst("\\$.*", "");
    }

    @Test
    void importsRunDownTheFloors() {
        for (Room room : ROOMS.values()) {
            for (String below : Stream.concat(room.may().stream(), room.mainMay().stream()).toList()) {
                assertTrue(ROOMS.containsKey(below), room.name() + " may use " + below + ", which is no room");
                assertTrue(ROOMS.get(below).floor() < room.floor(),
                        room.name() + " on floor " + room.floor() + " may use " + below + " on floor "
                                + ROOMS.get(below).floor());
            }
        }
    }

    @Test
    void noRowAllowsWhatNobodyUses() throws IOException {
        for (Room room : ROOMS.values()) {
            Set<String> unused = new TreeSet<>(room.may());
            unused.removeAll(named(room).stream().map(ArchitectureTest::packageOf).toList());
            assertEquals(Set.of(), unused, room.name() + " may use rooms that it does not use");
        }
    }

    @Test
    void noFaceIsOneThatNobodyNames() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Room room : ROOMS.values()) {
            named.addAll(named(room));
        }
        for (Room room : ROOMS.values()) {
            Set<String> unused = new TreeSet<>(room.faces());
            unused.removeIf(face -> named.contains(room.name() + "." + face));
            assertEquals(Set.of(), unused, "faces of " + room.name() + " that no other room names");
        }
    }

    /** The types of other rooms that a room names; its imports show those of which the compiler leaves a constant. */
    private static Set<String> named(Room room) throws IOException {
        Set<String> named = HOUSE.stream().filter(type -> type.getPackageName().equals(room.name()))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(edge -> edge.getTargetClass().getBaseComponentType())
                .filter(type -> ROOMS.containsKey(type.getPackageName()) && !type.getPackageName().equals(room.name()))
                .map(type -> type.getPackageName() + "." + outermost(type))
                .collect(Collectors.toCollection(TreeSet::new));
        for (Path file : Sources.of(room.name())) {
            Matcher imports = IMPORT.matcher(Files.readString(file));
            while (imports.find()) {
                named.add(imports.group(1));
            }
        }
        return named;
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    @Test
    void roomsAreSmallAndEachSaysWhatItIsFor() throws IOException {
        for (Room room : ROOMS.values()) {
            List<Path> files = Sources.of(room.name());
            long counted = files.stream().filter(file -> !file.endsWith("package-info.java")).count();
            assertTrue(counted <= MOST_FILES, room.name() + " has " + counted + " files");
            Path info = files.stream().filter(file -> file.endsWith("package-info.java")).findFirst()
                    .orElseThrow(() -> new AssertionError(room.name() + " has no package-info"));
            String text = Files.readString(info).replaceAll("\\s+\\* |\\s+", " ");
            assertTrue(text.contains(room.purpose()), info + " does not say: " + room.purpose());
        }
    }

    @Test
    void onlyTheEnginesKnowLucene() {
        noClasses().that().resideOutsideOfPackages("broadsheet..lucene..", "broadsheet.analysis",
                "broadsheet.search.snippet", "broadsheet.search.suggest", "broadsheet.search.rules",
                "broadsheet.search.opensearch..").should()
                .dependOnClassesThat().resideInAPackage("org.apache.lucene..")
                .because("the engines alone know Lucene").check(HOUSE);
        noClasses().that().resideInAPackage("broadsheet.analysis").should().dependOnClassesThat(
                lucene("org.apache.lucene.analysis.", "org.apache.lucene.util.",
                        "org.apache.lucene.store.ByteArrayDataInput", "org.apache.lucene.store.DataInput"))
                .because("analysis needs Lucene's tokenizers and bytes, and no index").check(HOUSE);
        noClasses().that().resideInAnyPackage("broadsheet.search.snippet", "broadsheet.search.suggest",
                "broadsheet.search.rules").should().dependOnClassesThat(lucene("org.apache.lucene.util.BytesRef"))
                .because("a term is bytes for every engine").check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> lucene(String... allowed) {
        return DescribedPredicate.describe("are Lucene's, but none of " + List.of(allowed),
                type -> type.getName().startsWith("org.apache.lucene.")
                        && Stream.of(allowed).noneMatch(type.getName()::startsWith));
    }

    @Test
    void httpTemplatesAndTheCommandLineStayInTheirRooms() {
        noClasses().that().resideOutsideOfPackages("broadsheet.web", "broadsheet.web.http").should()
                .dependOnClassesThat().resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..")
                .because("HTTP ends in broadsheet.web.http").check(HOUSE);
        noClasses().that().resideOutsideOfPackage("broadsheet.web.page").should().dependOnClassesThat()
                .resideInAPackage("gg.jte..").because("templates are the page's").check(HOUSE);
        noClasses().that().resideOutsideOfPackages("broadsheet.command", "broadsheet.serve").should()
                .dependOnClassesThat().resideInAPackage("picocli..")
                .because("options are parsed by the commands, once").check(HOUSE);
    }

    @Test
    void onlyTheMainsWriteToTheStandardStreams() {
        noClasses().that().doNotHaveFullyQualifiedName("broadsheet.serve.SearchServer").and()
                .doNotHaveFullyQualifiedName("broadsheet.command.IndexBuilder").should()
                .accessField(System.class, "out").orShould().accessField(System.class, "err")
                .because("the mains hand a console down").check(HOUSE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("broadsheet.(**)").should().beFreeOfCycles().check(HOUSE);
    }
}
