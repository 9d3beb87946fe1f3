package io.github.hpccachecmk.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a portable form: members in a fixed order, ids and durations as text, absent members left out. */
final class FormWriter {
    static final int SCHEMA = 1;

    private final Map<String, Object> members = new LinkedHashMap<>();

    static FormWriter of(CmkRequest<?> request) {
        return new FormWriter()
                .plain("schema", SCHEMA)
                .plain("kind", request.kind().wireName())
                .text("settleWindow", request.settleWindow());
    }

    /** A value that is portable as it is. */
    FormWriter plain(String name, Object value) {
        members.put(name, value);
        return this;
    }

    FormWriter text(String name, Object value) {
        return plain(name, value.toString());
    }

    FormWriter textIfPresent(String name, Optional<?> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    FormWriter texts(String name, List<?> values) {
        return plain(name, values.stream().map(Object::toString).toList());
    }

    Map<String, Object> done() {
        return Collections.unmodifiableMap(members);
    }
}
