package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.request.CmkRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@code x-ms-correlation-request-id} of a request's calls: the same in every process, so that a flow that was carried
 * on elsewhere is found under one id. Requests that differ in upper and lower case only share it.
 */
public final class CorrelationIds {
    private CorrelationIds() {}

    /** The id of {@code request}: the version 5 UUID of its portable form, written with sorted members. */
    public static String of(CmkRequest<?> request) {
        var text = new StringBuilder("request|");
        write(request.toMap(), text);
        return Uuid5.of(text.toString().toLowerCase(Locale.ROOT)).toString();
    }

    /** The id of something asked outside of a request. */
    public static String of(String question) {
        return Uuid5.of("question|" + question.toLowerCase(Locale.ROOT)).toString();
    }

    private static void write(Object value, StringBuilder text) {
        if (value instanceof Map<?, ?> map) {
            var sorted = new TreeMap<String, Object>();
            map.forEach((name, member) -> sorted.put(String.valueOf(name), member));
            text.append('{');
            sorted.forEach((name, member) -> {
                writeText(name, text);
                text.append(':');
                write(member, text);
                text.append(',');
            });
            text.append('}');
        } else if (value instanceof List<?> list) {
            text.append('[');
            list.forEach(element -> {
                write(element, text);
                text.append(',');
            });
            text.append(']');
        } else if (value instanceof String plain) {
            writeText(plain, text);
        } else {
            text.append(value);
        }
    }

    /** Quotes are escaped, so that no value can look like the end of itself. */
    private static void writeText(String plain, StringBuilder text) {
        text.append('"')
                .append(plain.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
    }
}
