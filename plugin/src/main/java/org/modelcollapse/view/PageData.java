package org.modelcollapse.view;

import java.util.List;

/**
 * What a page is given: at once a JSON object, and on demand details by their names. Safe for use by several threads.
 */
@FunctionalInterface
public interface PageData {

    /** {@return the JSON object that the page takes when it is opened; never empty} */
    String initial();

    /** {@return the names of all details that the page may ask for, those first that it will miss most} */
    default List<String> details() {
        return List.of();
    }

    /**
     * @param name of a detail
     * @return its JSON text
     * @throws IllegalArgumentException if there is no detail of that name
     */
    default String detail(final String name) {
        throw new IllegalArgumentException("The node does not have \"" + name
            + "\" any more: it was reset or executed again. Close the view and open it again.");
    }
}
