package org.knime.core.webui.data;

/** Answers the requests of a page. The stand-in shows none. */
public final class RpcDataService {

    RpcDataService() {
    }
}
