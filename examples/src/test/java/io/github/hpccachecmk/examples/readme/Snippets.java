package io.github.hpccachecmk.examples.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The regions of compiled sources, and the page that shows them. */
final class Snippets {
    private static final Pattern BLOCK =
            Pattern.compile("(?m)^<!-- snippet: (\\w+#[\\w-]+) -->\\R```java\\R((?s:.*?))^```$");
    private static final Pattern REGION = Pattern.compile("^\\s*// region ([\\w-]+)$");
    private static final Pattern END = Pattern.compile("^\\s*// endregion$");

    private Snippets() {}

    /** The text of every region below a directory, by {@code Class#region}, without common indentation. */
    static Map<String, String> regions(Path... directories) throws IOException {
        var regions = new TreeMap<String, String>();
        for (var directory : directories) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    read(file, regions);
                }
            }
        }
        return regions;
    }

    private static void read(Path file, Map<String, String> regions) throws IOException {
        var type = file.getFileName().toString().replaceFirst("\\.java$", "");
        Optional<String> open = Optional.empty();
        var lines = new ArrayList<String>();
        for (var line : Files.readAllLines(file)) {
            var start = REGION.matcher(line);
            if (start.matches()) {
                open = Optional.of(type + "#" + start.group(1));
                lines.clear();
            } else if (END.matcher(line).matches()) {
                regions.put(open.orElseThrow(() -> new IOException("an end without a start in " + file)), text(lines));
                open = Optional.empty();
            } else {
                lines.add(line);
            }
        }
    }

    private static String text(List<String> lines) {
        int indent = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        var text = new StringBuilder();
        lines.forEach(line ->
                text.append(line.isBlank() ? "" : line.substring(indent)).append('\n'));
        return text.toString();
    }

    /** What a page shows, by {@code Class#region}. */
    static Map<String, String> shownOn(String page) {
        var shown = new TreeMap<String, String>();
        each(page, (name, text) -> {
            shown.put(name, text);
            return text;
        });
        return shown;
    }

    /** The page with the regions' present text. */
    static String renewed(String page, Map<String, String> regions) {
        return each(page, regions::getOrDefault);
    }

    private static String each(String page, BinaryOperator<String> text) {
        return BLOCK.matcher(page)
                .replaceAll(block -> Matcher.quoteReplacement("<!-- snippet: " + block.group(1) + " -->\n```java\n"
                        + text.apply(block.group(1), block.group(2)) + "```"));
    }
}
