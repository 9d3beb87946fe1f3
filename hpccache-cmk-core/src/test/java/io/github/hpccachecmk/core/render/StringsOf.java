package io.github.hpccachecmk.core.render;

import java.util.ArrayList;
import java.util.List;

/** Reads the strings out of a JSON text by the rules of RFC 8259, independently of the writer. */
final class StringsOf {
    private StringsOf() {}

    static List<String> json(String json) {
        var strings = new ArrayList<String>();
        for (int i = 0; i < json.length(); i++) {
            if (json.charAt(i) == '"') {
                var text = new StringBuilder();
                for (i++; json.charAt(i) != '"'; i++) {
                    if (json.charAt(i) != '\\') {
                        text.append(json.charAt(i));
                    } else if (json.charAt(++i) == 'u') {
                        text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                        i += 4;
                    } else {
                        text.append(json.charAt(i));
                    }
                }
                strings.add(text.toString());
            }
        }
        return strings;
    }
}
