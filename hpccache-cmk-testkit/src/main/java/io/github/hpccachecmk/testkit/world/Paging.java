package io.github.hpccachecmk.testkit.world;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cuts lists into pages. A nextLink repeats the caller's own query and adds where to go on. */
public final class Paging {
    private static final String TOKEN = "$skiptoken";

    private Paging() {}

    /**
     * One page as {@code {value, nextLink?}}.
     *
     * @param call says with {@code $skiptoken} where the page begins
     * @param items the whole list, in an order that does not depend on the page
     * @param sizeParameter the query parameter with which a caller asks for smaller pages: {@code $top}, {@code maxresults}
     * @param largest the largest page that the service gives
     */
    public static WireResponse page(Call call, List<Doc> items, String sizeParameter, int largest) {
        int from = number(call, TOKEN, 0);
        int size = Math.min(largest, number(call, sizeParameter, largest));
        if (from < 0 || from > items.size() || size < 1) {
            return ArmErrors.of(400, "BadRequest", "The value of " + sizeParameter + " or " + TOKEN + " is not valid.");
        }
        int to = Math.min(items.size(), from + size);
        Doc page = Doc.of("value", items.subList(from, to));
        return WireResponse.of(200, to < items.size() ? page.with("nextLink", link(call, to)) : page);
    }

    private static int number(Call call, String parameter, int otherwise) {
        return call.request()
                .parameter(parameter)
                .map(text -> text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1)
                .orElse(otherwise);
    }

    private static String link(Call call, int from) {
        Map<String, String> query = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        query.putAll(call.request().query());
        query.put(TOKEN, Integer.toString(from));
        StringBuilder link = new StringBuilder("https://")
                .append(call.request().host())
                .append(call.request().path());
        char separator = '?';
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            link.append(separator)
                    .append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8)
                            .replace("+", "%20"));
            separator = '&';
        }
        return link.toString();
    }
}
