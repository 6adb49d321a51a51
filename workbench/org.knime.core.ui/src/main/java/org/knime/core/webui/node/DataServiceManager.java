package org.knime.core.webui.node;

import java.util.function.Function;

import org.knime.core.webui.data.DataServiceProvider;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;

/**
 * Calls the data services of nodes. KNIME keeps each service as long as its node lives; here it is made anew for each
 * call, which a service cannot tell as long as all that it holds is in the view.
 *
 * @param <N> how nodes are known
 */
public final class DataServiceManager<N extends NodeWrapper> {

    private final Function<N, DataServiceProvider> providers;

    public DataServiceManager(final Function<N, DataServiceProvider> getDataServiceProvider) {
        providers = getDataServiceProvider;
    }

    /**
     * @throws IllegalStateException if there is no such service
     */
    public String callInitialDataService(final N nodeWrapper) {
        return providers.apply(nodeWrapper).createInitialDataService().map(InitialDataService::getInitialData)
            .orElseThrow(() -> new IllegalStateException("No initial data service available"));
    }

    /**
     * @param request a JSON-RPC request
     * @return the JSON-RPC answer
     * @throws IllegalStateException if there is no such service
     */
    public String callRpcDataService(final N nodeWrapper, final String request) {
        final RpcDataService service = providers.apply(nodeWrapper).createRpcDataService()
            .orElseThrow(() -> new IllegalStateException("No rpc data service available; request: " + request));
        return service.handleRpcRequest(request);
    }
}
