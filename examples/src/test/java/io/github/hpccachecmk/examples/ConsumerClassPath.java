package io.github.hpccachecmk.examples;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class path of this test, less what a certain user does not have. */
record ConsumerClassPath(List<String> entries) {

    static ConsumerClassPath ofThisTest() {
        // Surefire hands the JVM a jar that only refers to the real entries; it tells those in a property of its own.
        var text = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ConsumerClassPath(Arrays.stream(text.split(File.pathSeparator))
                .filter(entry -> !entry.isBlank() && Path.of(entry).toFile().exists())
                .toList());
    }

    /** A library, by the start of its jar's name. */
    static Predicate<String> named(String start) {
        return entry -> Path.of(entry).getFileName().toString().startsWith(start);
    }

    /** A module of this build, be it a jar or a directory of classes. */
    static Predicate<String> module(String name) {
        return entry -> Stream.iterate(Path.of(entry).toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(path -> path.resolve("pom.xml").toFile().exists())
                .findFirst()
                .filter(module -> module.endsWith(name))
                .isPresent();
    }

    ConsumerClassPath without(Predicate<String> unwanted) {
        return new ConsumerClassPath(entries.stream().filter(unwanted.negate()).toList());
    }

    ConsumerClassPath only(Predicate<String> wanted) {
        return without(wanted.negate());
    }

    ConsumerClassPath and(Path classes) {
        return new ConsumerClassPath(
                Stream.concat(entries.stream(), Stream.of(classes.toString())).toList());
    }

    String text() {
        return entries.stream().collect(Collectors.joining(File.pathSeparator));
    }
}
