package org.knime.core.webui.data;

import java.util.Optional;

/** Has the services that a page asks for data. */
public interface DataServiceProvider {

    <D> Optional<InitialDataService<D>> createInitialDataService();

    Optional<RpcDataService> createRpcDataService();

    <D> Optional<ApplyDataService<D>> createApplyDataService();
}
