package org.modelcollapse.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all pages are given beside their data: the settings of the view, and which details there are. */
public final class PageSettings {

    private PageSettings() {
    }

    /**
     * @param settings texts, numbers and truth values by their names
     * @param data of a page
     * @return the page's initial data with the settings as their member {@code settings}, and as the member
     *         {@code details} all requests that the page may make, if there are any
     */
    public static String add(final Map<String, Object> settings, final PageData data) {
        final Map<String, Object> members = new LinkedHashMap<>();
        members.put("settings", settings);
        if (!data.details().isEmpty()) {
            members.put("details", data.details().stream().map(PageSettings::request).toList());
        }
        final String json = Json.write(members);
        return json.substring(0, json.length() - 1) + "," + data.initial().substring(1);
    }

    private static Map<String, Object> request(final String name) {
        final Map<String, Object> request = new LinkedHashMap<>();
        request.put("method", "detail");
        request.put("params", List.of(name));
        return request;
    }
}
