package io.github.hpccachecmk.testkit.record;

import io.github.hpccachecmk.testkit.exchange.Exchange;
import java.util.List;
import java.util.Map;

/** What of an exchange an OpenAPI document can judge: everything but which id, time or number exactly. */
final class Shape {
    /** Longer words are keys, signatures and the like. */
    private static final int LONGEST_WORD = 120;

    private Shape() {}

    static String of(Exchange exchange) {
        var shape = new StringBuilder(512);
        var request = exchange.request();
        shape.append(exchange.operation()).append(' ').append(request.method()).append(' ');
        word(shape, request.host().endsWith("azure.com") ? request.host() : "vault");
        word(shape, request.path());
        request.query().keySet().stream().sorted().forEach(name -> {
            shape.append('&').append(name).append('=');
            word(shape, name.equals("api-version") ? "" : request.query().get(name));
        });
        value(shape, request.body());
        exchange.answer().ifPresent(answer -> {
            shape.append(answer.status());
            value(shape, answer.body());
        });
        return shape.toString();
    }

    private static void value(StringBuilder shape, Object value) {
        if (value instanceof Map<?, ?> map) {
            shape.append('{');
            map.forEach((name, member) -> {
                word(shape, String.valueOf(name));
                shape.append(':');
                value(shape, member);
            });
            shape.append('}');
        } else if (value instanceof List<?> list) {
            shape.append('[');
            list.forEach(element -> {
                value(shape, element);
                shape.append(',');
            });
            shape.append(']');
        } else if (value instanceof String text) {
            shape.append('"');
            word(shape, text);
        } else if (value instanceof Number number) {
            shape.append(number.doubleValue() == Math.rint(number.doubleValue()) ? "1" : "0.5");
        } else {
            shape.append(value);
        }
    }

    private static void word(StringBuilder shape, String text) {
        if (text.length() > LONGEST_WORD && text.indexOf(' ') < 0 && text.indexOf('/') < 0) {
            shape.append("long");
            return;
        }
        char last = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char kind = isDigit(c) || isHexBesideDigit(text, i) ? '0' : c;
            if (kind != '0' || last != '0') {
                shape.append(kind);
            }
            last = kind;
        }
    }

    private static boolean isHexBesideDigit(String text, int at) {
        char c = text.charAt(at);
        if (c < 'a' || c > 'f') {
            return false;
        }
        int from = at;
        while (from > 0 && isHex(text.charAt(from - 1))) {
            from--;
        }
        int to = at;
        while (to + 1 < text.length() && isHex(text.charAt(to + 1))) {
            to++;
        }
        return to - from >= 7 || hasDigit(text, from, to);
    }

    private static boolean hasDigit(String text, int from, int to) {
        return text.substring(from, to + 1).chars().anyMatch(Character::isDigit);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f');
    }
}
