package org.modelcollapse.knime.node;

import java.util.function.Supplier;

import org.modelcollapse.view.PageData;

/** What a page can ask its node by JSON-RPC. KNIME calls the public methods of this public class by their names. */
public final class PageDetails {

    private final Supplier<PageData> data;

    /** @param data what the view shows at the moment */
    PageDetails(final Supplier<PageData> data) {
        this.data = data;
    }

    /**
     * @param name of a detail, as the initial data list them
     * @return its JSON text
     * @throws IllegalArgumentException if there is no detail of that name, as after a reset
     */
    public String detail(final String name) {
        return data.get().detail(name);
    }
}
