package otklik.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Notes for every test with a {@link Clause} how it ended: lines of clause, test and outcome, parted by tabs, in
 * {@code target/clauses/*.tsv} of the module. The table of clauses is made from these notes.
 */
public final class ClauseRecorder implements TestExecutionListener {

    private static final Path FILE =
            Path.of("target", "clauses", ProcessHandle.current().pid() + ".tsv");

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            record(test, result.getStatus() == TestExecutionResult.Status.SUCCESSFUL ? "passed" : "failed");
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        record(test, "skipped");
    }

    private static void record(TestIdentifier test, String outcome) {
        List<String> lines = test.getSource().stream()
                .flatMap(source -> clauses(source).map(clause -> String.join("\t", clause, name(source), outcome)))
                .toList();
        if (!lines.isEmpty()) {
            write(lines);
        }
    }

    private static Stream<String> clauses(TestSource source) {
        return switch (source) {
            case MethodSource method -> Stream.concat(clauses(method.getJavaMethod()), clauses(method.getJavaClass()));
            case ClassSource type -> clauses(type.getJavaClass());
            default -> Stream.empty();
        };
    }

    private static Stream<String> clauses(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(Clause.class)).stream()
                .flatMap(clause -> Arrays.stream(clause.value()));
    }

    private static String name(TestSource source) {
        return switch (source) {
            case MethodSource method -> method.getClassName() + "#" + method.getMethodName();
            case ClassSource type -> type.getClassName();
            default -> source.toString();
        };
    }

    private static synchronized void write(List<String> lines) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, lines, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
