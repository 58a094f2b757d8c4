package broadsheet;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may use whom: each package's row names the packages of the house that its classes may use besides those below
 * themselves. Only the mains choose an engine; the commands of the server's main call the builder for it.
 */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("broadsheet");

    private static final Set<String> SERVER_COMMANDS = Set.of("broadsheet.web.ServeCommand",
            "broadsheet.web.QueryCommand", "broadsheet.web.Engines", "broadsheet.web.OwnIndex",
            "broadsheet.web.ServerArguments");

    /**
     * @param room a package with all below it, as far as they have no row of their own
     * @param may the packages that it may use
     */
    record Row(String room, List<String> may) {
        boolean has(JavaClass type) {
            return rowOf(type.getPackageName()).equals(room);
        }
    }

    static List<Row> rows() {
        return List.of(new Row("broadsheet.post", List.of()), new Row("broadsheet.words", List.of()),
                new Row("broadsheet.copies", List.of("broadsheet.post")),
                new Row("broadsheet.owner", List.of("broadsheet.post")),
                new Row("broadsheet.index", List.of("broadsheet.post")),
                new Row("broadsheet.index.lucene",
                        List.of("broadsheet.index", "broadsheet.post", "broadsheet.copies")),
                new Row("broadsheet.index.opensearch",
                        List.of("broadsheet.index", "broadsheet.post", "broadsheet.copies")),
                new Row("broadsheet.build",
                        List.of("broadsheet.post", "broadsheet.index", "broadsheet.copies", "broadsheet.owner")),
                new Row("broadsheet.query", List.of()), new Row("broadsheet.search", List.of("broadsheet.query")),
                new Row("broadsheet.search.lucene",
                        List.of("broadsheet.search", "broadsheet.query", "broadsheet.index",
                                "broadsheet.index.lucene", "broadsheet.copies", "broadsheet.owner")),
                new Row("broadsheet.search.opensearch",
                        List.of("broadsheet.search", "broadsheet.query", "broadsheet.index",
                                "broadsheet.index.opensearch")),
                new Row("broadsheet.web", List.of("broadsheet.query", "broadsheet.search")));
    }

    private static String rowOf(String packageName) {
        return rows().stream().map(Row::room).filter(r -> packageName.equals(r) || packageName.startsWith(r + "."))
                .max((a, b) -> a.length() - b.length()).orElse("a package without a row: " + packageName);
    }

    /** What a class may use beyond its row. */
    private static boolean excepted(JavaClass from, String target) {
        String main = from.getName().replaceFirst("\\$.*", "");
        boolean aMain = main.equals("broadsheet.web.SearchServer") || main.equals("broadsheet.build.IndexBuilder");
        boolean aCommand = SERVER_COMMANDS.contains(main);
        boolean builder = Set.of("broadsheet.build", "broadsheet.index", "broadsheet.owner").contains(target);
        return aMain || aCommand && builder;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachRoomUsesOnlyWhatItsRowNames(Row row) {
        ArchRuleDefinition.classes().that(resideInAPackage(row.room() + "..")).should(keepTo(row))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    private static ArchCondition<JavaClass> keepTo(Row row) {
        return new ArchCondition<>("use only " + row.may() + " of the house") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!row.has(type)) {
                    return;
                }
                for (Dependency edge : type.getDirectDependenciesFromSelf()) {
                    String target = edge.getTargetClass().getBaseComponentType().getPackageName();
                    boolean house = target.equals("broadsheet") || target.startsWith("broadsheet.");
                    String targetRow = house ? rowOf(target) : row.room();
                    if (!targetRow.equals(row.room()) && !row.may().contains(targetRow)
                            && !excepted(type, targetRow)) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " uses " + targetRow
                                + " but the row of " + row.room() + " allows " + row.may() + ": " + edge
                                        .getDescription()));
                    }
                }
            }
        };
    }

    @Test
    void everyClassHasARow() {
        ArchRuleDefinition.classes().should(new ArchCondition<JavaClass>("have a row in the table") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (rowOf(type.getPackageName()).startsWith("a package")) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + ": " + type.getPackageName()
                            + " has no row in ArchitectureTest"));
                }
            }
        }).check(HOUSE);
    }

    @Test
    void onlyTheEnginesKnowLucene() {
        noClasses().that().resideOutsideOfPackage("broadsheet..lucene..").should().dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .because("engines alone know Lucene: broadsheet.index.lucene and broadsheet.search.lucene")
                .check(HOUSE);
    }

    @Test
    void onlyTheWebKnowsHttpAndTemplates() {
        noClasses().that().resideOutsideOfPackage("broadsheet.web..").should().dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "gg.jte..", "jakarta.servlet..", "org.eclipse.jetty..")
                .because("HTTP and templates live in broadsheet.web alone").check(HOUSE);
        noClasses().that().resideInAPackage("broadsheet.web.page..").should().dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..")
                .because("a page is made of a request and a response, not of HTTP").check(HOUSE);
    }

    @Test
    void onlyTheMainsWriteToTheStandardStreams() {
        noClasses().that().doNotHaveFullyQualifiedName("broadsheet.web.SearchServer").and()
                .doNotHaveFullyQualifiedName("broadsheet.build.IndexBuilder").should()
                .accessField(System.class, "out").orShould().accessField(System.class, "err")
                .because("the mains hand a console down").check(HOUSE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("broadsheet.(**)").should().beFreeOfCycles().check(HOUSE);
    }
}
