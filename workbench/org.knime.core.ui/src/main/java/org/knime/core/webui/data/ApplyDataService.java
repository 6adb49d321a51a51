package org.knime.core.webui.data;

/**
 * Takes what a page has changed. The stand-in has none.
 *
 * @param <D> what it takes
 */
public final class ApplyDataService<D> {

    ApplyDataService() {
    }
}
