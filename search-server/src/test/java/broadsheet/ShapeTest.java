package broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Methods are short and take few parameters, in both modules; the compiler's own parser counts. */
class ShapeTest {

    private static final int MOST_LINES = 40;
    private static final int MOST_PARAMETERS = 5;
    private static final List<Method> METHODS = new ArrayList<>();

    /**
     * A method or constructor of the main code.
     *
     * @param lines from that of its first modifier or annotation to its closing brace
     * @param ofRecord a record's constructor, whose parameters are the record's components
     */
    private record Method(String place, int lines, int parameters, boolean ofRecord) {
        @Override
        public String toString() {
            return place + " (" + lines + " lines, " + parameters + " parameters)";
        }
    }

    @BeforeAll
    static void readTheSources() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjectsFromPaths(Sources.main()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(unit, positions).scan(unit, null);
            }
        }
    }

    /** Takes the methods of one file. */
    private static final class Reader extends TreeScanner<Void, ClassTree> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        Reader(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitClass(ClassTree type, ClassTree outer) {
            return super.visitClass(type, type);
        }

        @Override
        public Void visitMethod(MethodTree method, ClassTree type) {
            LineMap lines = unit.getLineMap();
            long from = lines.getLineNumber(positions.getStartPosition(unit, method));
            long to = lines.getLineNumber(positions.getEndPosition(unit, method));
            Path file = Path.of(unit.getSourceFile().toUri());
            boolean constructor = method.getReturnType() == null;
            METHODS.add(new Method(file.getFileName() + ":" + from + " " + method.getName(), (int) (1 + to - from),
                    method.getParameters().size(), constructor && type.getKind() == Tree.Kind.RECORD));
            return super.visitMethod(method, type);
        }
    }

    @Test
    void theWholeHouseIsRead() {
        assertTrue(METHODS.size() > 2000, METHODS.size() + " methods were found");
    }

    @Test
    void methodsAreShort() {
        assertEquals(List.of(), METHODS.stream().filter(method -> method.lines() > MOST_LINES).toList());
    }

    @Test
    void methodsTakeFewParameters() {
        assertEquals(List.of(), METHODS.stream()
                .filter(method -> method.parameters() > MOST_PARAMETERS && !method.ofRecord()).toList());
    }
}
