package io.denizen.application.shared;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The source files of a folder, as far as a test asks what they say. */
record Sources(List<File> files) {

  private static final Pattern FAILURE = Pattern.compile("\\b\\w*Failure\\.[A-Z]\\w*");

  /**
   * One file.
   *
   * @param feature the room that it is in
   * @param types the simple names of the types in it, the outermost first
   */
  record File(String feature, List<String> types, String text, String docs, List<Method> methods) {

    String name() {
      return types.getFirst();
    }

    /** Failures like {@code TeamFailure.Cycle} that its Javadoc names. */
    Set<String> namedFailures() {
      return failures(docs);
    }

    /** Failures that its code makes. */
    Set<String> madeFailures() {
      return Pattern.compile("new (" + FAILURE + ")\\(|(" + FAILURE + ")::new")
          .matcher(text)
          .results()
          .map(found -> Objects.requireNonNullElse(found.group(1), found.group(2)))
          .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
      return name();
    }
  }

  /** A public method; without Javadoc its docs are empty. */
  record Method(String name, String parameters, String docs) {}

  /** All files below a folder that is named from the module's own. */
  static Sources below(String folder) {
    try (Stream<Path> walk = Files.walk(Path.of(folder));
        StandardJavaFileManager manager =
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      List<Path> paths = walk.filter(path -> path.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              ToolProvider.getSystemJavaCompiler()
                  .getTask(
                      null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(paths));
      List<File> files = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        Reader reader = new Reader(DocTrees.instance(task));
        reader.scan(unit, null);
        if (!reader.types.isEmpty()) {
          files.add(reader.file(unit));
        }
      }
      return new Sources(List.copyOf(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> failures(String text) {
    return FAILURE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final DocTrees trees;
    private final List<String> types = new ArrayList<>();
    private final StringBuilder docs = new StringBuilder();
    private final List<Method> methods = new ArrayList<>();

    Reader(DocTrees trees) {
      this.trees = trees;
    }

    File file(CompilationUnitTree unit) throws IOException {
      String inPackage = Objects.requireNonNull(unit.getPackageName()).toString();
      return new File(
          inPackage.substring(inPackage.lastIndexOf('.') + 1),
          List.copyOf(types),
          unit.getSourceFile().getCharContent(false).toString(),
          docs.toString(),
          List.copyOf(methods));
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
      types.add(type.getSimpleName().toString());
      docs.append(doc()).append('\n');
      return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
      docs.append(doc()).append('\n');
      if (method.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
        methods.add(
            new Method(method.getName().toString(), method.getParameters().toString(), doc()));
      }
      return super.visitMethod(method, null);
    }

    private String doc() {
      return Objects.requireNonNullElse(trees.getDocComment(getCurrentPath()), "");
    }
  }
}
