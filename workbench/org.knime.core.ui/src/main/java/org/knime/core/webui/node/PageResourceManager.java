package org.knime.core.webui.node;

import java.util.function.Function;

import org.knime.core.webui.page.Page;

/**
 * Has the pages of nodes.
 *
 * @param <N> how nodes are known
 */
public final class PageResourceManager<N extends NodeWrapper> {

    private final Function<N, CreatedPage> pages;

    /** What pages are for. */
    public enum PageType {
        DIALOG, VIEW, PORT, DATA_VALUE
    }

    /** A page and its name, if it is the same for all nodes of a kind. */
    public record CreatedPage(Page page, String staticPageId) {
    }

    public PageResourceManager(final PageType pageType, final Function<N, CreatedPage> createPage) {
        pages = createPage;
    }

    public Page getPage(final N nodeWrapper) {
        return pages.apply(nodeWrapper).page();
    }
}
